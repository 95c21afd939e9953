// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Sender and receiver were moved to the same thread.
#include <QApplication>
#include <QThread>

class Reader : public QObject {
  Q_OBJECT
public:
  void read() { Q_EMIT line(1); }
Q_SIGNALS:
  void line(int number);
};

class Parser : public QObject {
  Q_OBJECT
public:
  void parse(int number) { last = number; }

private:
  int last = 0;
};

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  QThread thread;
  Reader reader;
  Parser parser;
  reader.moveToThread(&thread);
  parser.moveToThread(&thread);
  QObject::connect(&thread, &QThread::started, &reader, &Reader::read);
  QObject::connect(&reader, &Reader::line, &parser, &Parser::parse, Qt::BlockingQueuedConnection); // EXPECT: qt-blocking-connection
  thread.start();
  int code = app.exec();
  thread.quit();
  thread.wait();
  return code;
}
// CHAIN: Reader::read
