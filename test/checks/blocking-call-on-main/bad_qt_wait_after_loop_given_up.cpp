// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The loop may have been left for another reason than the thread's end. Where the thread still runs, waiting for it is a wait.
#include <QApplication>
#include <QEventLoop>
#include <QPushButton>
#include <QThread>

class Reader : public QThread {
protected:
  void run() override { sleep(5); }
};

static bool readAll(QPushButton *cancel) {
  auto reader = new Reader;
  QEventLoop loop;
  QObject::connect(reader, &QThread::finished, &loop, &QEventLoop::quit);
  QObject::connect(cancel, &QPushButton::clicked, &loop, &QEventLoop::quit);
  reader->start();
  loop.exec(); // EXPECT: blocking-call-on-main
  if (reader->isRunning()) {
    reader->terminate(); // EXPECT: qt-thread-destroyed
    return reader->wait(4000); // EXPECT: blocking-call-on-main
  }
  reader->deleteLater();
  return true;
}

static void readInPeace(QPushButton *cancel) {
  Reader reader;
  QEventLoop loop;
  QObject::connect(&reader, &QThread::finished, &loop, &QEventLoop::quit);
  QObject::connect(cancel, &QPushButton::clicked, &loop, &QEventLoop::quit);
  reader.start();
  loop.exec(); // EXPECT: blocking-call-on-main
  if (reader.isRunning())
    reader.wait(); // EXPECT: blocking-call-on-main
}

static void readToTheEnd() {
  Reader reader;
  QEventLoop loop;
  QObject::connect(&reader, &QThread::finished, &loop, &QEventLoop::quit);
  reader.start();
  loop.exec(); // EXPECT: blocking-call-on-main
  reader.wait();
}

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  QPushButton read, cancel;
  QObject::connect(&read, &QPushButton::clicked, &read, [&cancel] {
    if (readAll(&cancel))
      readInPeace(&cancel);
    readToTheEnd();
  });
  read.show();
  return app.exec();
}
