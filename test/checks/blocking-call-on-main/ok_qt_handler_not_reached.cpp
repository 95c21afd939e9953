// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A worker's class offers a synchronous call that only workers use; main has the asynchronous one.
#include <QApplication>
#include <QProcess>
#include <QPushButton>
#include <QtConcurrent>

class Store : public QObject {
  Q_OBJECT
public:
  QByteArray loadSync() {
    QProcess process;
    process.start(QStringLiteral("zcat"), {QStringLiteral("notes.gz")});
    process.waitForFinished(-1);
    return process.readAll();
  }
  void loadAsync() {
    job = QtConcurrent::run([this] { emit loaded(loadSync()); });
  }
signals:
  void loaded(const QByteArray &data);

private:
  QFuture<void> job;
};

class Window : public QPushButton {
  Q_OBJECT
public:
  explicit Window(Store *store) {
    connect(this, &QPushButton::clicked, store, &Store::loadAsync);
    connect(store, &Store::loaded, this, &Window::show2);
  }
public slots:
  void show2(const QByteArray &data) { setText(QString::fromUtf8(data)); }
};

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  Store store;
  Window window(&store);
  window.show();
  return app.exec();
}
