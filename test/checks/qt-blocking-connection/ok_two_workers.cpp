// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// From one worker to another.
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
  QThread first, second;
  Reader reader;
  Parser parser;
  reader.moveToThread(&first);
  parser.moveToThread(&second);
  QObject::connect(&first, &QThread::started, &reader, &Reader::read);
  QObject::connect(&reader, &Reader::line, &parser, &Parser::parse, Qt::BlockingQueuedConnection);
  first.start();
  second.start();
  int code = app.exec();
  first.quit();
  first.wait();
  second.quit();
  second.wait();
  return code;
}
