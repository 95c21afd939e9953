// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// An explicitly queued connection from a std::thread's emission to a widget's slot.
#include <QApplication>
#include <QLabel>
#include <thread>

class Source : public QObject {
  Q_OBJECT
public:
  void poll() { emit changed(42); }
signals:
  void changed(int value);
};

class Display : public QWidget {
  Q_OBJECT
public:
  explicit Display(Source *source) : label(new QLabel(this)) {
    connect(source, &Source::changed, this, &Display::show42, Qt::QueuedConnection);
  }
public slots:
  void show42(int value) { label->setNum(value); }

private:
  QLabel *label;
};

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  Source source;
  Display display(&source);
  display.show();
  std::thread poller([&source] { source.poll(); });
  int code = app.exec();
  poller.join();
  return code;
}
