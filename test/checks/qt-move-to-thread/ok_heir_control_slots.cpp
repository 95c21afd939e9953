// FLAGS: qt6
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The slots of the heir only steer its thread, so the main thread is the right place for them.
#include <QApplication>
#include <QThread>
#include <QPushButton>
#include <atomic>

class Scanner : public QThread {
  Q_OBJECT
public slots:
  void abort() {
    requestInterruption();
    quit();
  }
  void pause() { paused = true; }

protected:
  void run() override {
    while (!isInterruptionRequested())
      msleep(1);
  }

private:
  std::atomic<bool> paused{false};
};

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  Scanner scanner;
  QPushButton stop, pause;
  QObject::connect(&stop, &QPushButton::clicked, &scanner, &Scanner::abort);
  QObject::connect(&pause, &QPushButton::clicked, &scanner, &Scanner::pause);
  scanner.start();
  stop.show();
  int code = app.exec();
  scanner.requestInterruption();
  scanner.wait();
  return code;
}
