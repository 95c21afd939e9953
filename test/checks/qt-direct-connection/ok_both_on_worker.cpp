// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Direct between two objects of the same worker thread.
#include <QApplication>
#include <QThread>
#include <QTimer>

class Reader : public QObject {
  Q_OBJECT
public:
  void read() { Q_EMIT block(1); }
Q_SIGNALS:
  void block(int n);
};

class Decoder : public QObject {
  Q_OBJECT
public:
  void decode(int n) {
    if (!timer)
      timer = new QTimer(this);
    timer->start(n);
  }

private:
  QTimer *timer = nullptr;
};

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  QThread thread;
  Reader reader;
  Decoder decoder;
  reader.moveToThread(&thread);
  decoder.moveToThread(&thread);
  QObject::connect(&thread, &QThread::started, &reader, &Reader::read);
  QObject::connect(&reader, &Reader::block, &decoder, &Decoder::decode, Qt::DirectConnection);
  thread.start();
  int code = app.exec();
  thread.quit();
  thread.wait();
  return code;
}
