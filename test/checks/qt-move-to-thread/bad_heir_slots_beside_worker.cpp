// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A worker object is moved to a thread of the common base class, which is held by value and serves it. The lazily made
// reader, an heir of that class, starts a loop that serves nobody: its slot runs on the main thread.
#include <QApplication>
#include <QFile>
#include <QLineEdit>
#include <QThread>

class CarefulThread : public QThread {
  Q_OBJECT
public:
  explicit CarefulThread(QObject *parent = nullptr) : QThread(parent) {}
  void finish() {
    quit();
    wait();
  }
};

class Reader : public CarefulThread {
  Q_OBJECT
public:
  explicit Reader(QObject *parent) : CarefulThread(parent) {}
signals:
  void found(const QString &text);
public slots:
  void search(const QString &name) {
    QFile file(name);
    if (file.open(QIODevice::ReadOnly))
      emit found(QString::fromUtf8(file.readAll()));
  }
};

class Speller : public QObject {
  Q_OBJECT
public slots:
  void check() { ++checked; }

private:
  int checked = 0;
};

class Editor : public QLineEdit {
  Q_OBJECT
public:
  Editor() {
    speller.moveToThread(&spelling);
    connect(this, SIGNAL(textChanged(QString)), &speller, SLOT(check()));
    connect(this, SIGNAL(returnPressed()), this, SLOT(lookUp()));
    spelling.start();
  }
  ~Editor() override {
    spelling.finish();
    if (reader)
      reader->finish();
  }
signals:
  void searchFor(const QString &name);
private slots:
  void lookUp() {
    if (!reader) {
      reader = new Reader(this);
      connect(reader, SIGNAL(found(QString)), this, SLOT(setText(QString)));
      connect(this, SIGNAL(searchFor(QString)), reader, SLOT(search(QString))); // EXPECT: qt-move-to-thread
      reader->start();
    }
    emit searchFor(text());
  }

private:
  Reader *reader = nullptr;
  Speller speller;
  CarefulThread spelling;
};

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  Editor editor;
  editor.show();
  return app.exec();
}
