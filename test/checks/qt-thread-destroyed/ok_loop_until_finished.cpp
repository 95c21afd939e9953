// FLAGS: qt6
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A local loop returns when finished() ends it.
#include <QApplication>
#include <QThread>
#include <QDialog>
#include <QEventLoop>

class Scanner : public QThread {
  Q_OBJECT
protected:
  void run() override {
    for (int i = 0; i < 1000 && !isInterruptionRequested(); ++i)
      msleep(1);
  }
};

static void scanAndWait() {
  Scanner scanner;
  QEventLoop loop;
  QObject::connect(&scanner, &QThread::finished, &loop, &QEventLoop::quit);
  scanner.start();
  loop.exec();
}

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  scanAndWait();
  Scanner last;
  QObject::connect(&last, &QThread::finished, &app, &QApplication::quit);
  last.start();
  return app.exec();
}
