// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The constructor moves the object, and hands the parent that every caller gives on to QObject.
#include <QApplication>
#include <QThread>

class Reader : public QObject {
  Q_OBJECT
public:
  Reader(QThread *thread, QObject *parent) : QObject(parent) {
    moveToThread(thread); // EXPECT: qt-move-to-thread
  }
};

class Window : public QObject {
  Q_OBJECT
public:
  explicit Window(QThread *thread) : reader(new Reader(thread, this)) {}

private:
  Reader *reader;
};

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  QThread thread;
  Window window(&thread);
  thread.start();
  int code = app.exec();
  thread.quit();
  thread.wait();
  return code;
}
