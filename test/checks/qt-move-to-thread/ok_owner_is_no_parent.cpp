// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The constructor takes a QObject that it keeps, but makes nobody its parent.
#include <QApplication>
#include <QThread>

class Reader : public QObject {
  Q_OBJECT
public:
  explicit Reader(QObject *owner) : owner(owner) {}
  QObject *owner;
};

class Base : public QObject {
  Q_OBJECT
public:
  explicit Base(QObject *parent = nullptr) : QObject(parent) {}
};
class Writer : public Base {
  Q_OBJECT
public:
  explicit Writer(QObject *listener) : Base(nullptr), listener(listener) {}
  QObject *listener;
};

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  QThread thread;
  auto *reader = new Reader(&app);
  reader->moveToThread(&thread);
  auto *writer = new Writer(&app);
  writer->moveToThread(&thread);
  thread.start();
  int code = app.exec();
  thread.quit();
  thread.wait();
  return code;
}
