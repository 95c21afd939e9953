// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A helper starts the thread it is given.
#include <QApplication>
#include <QThread>

class Scanner : public QThread {
  Q_OBJECT
protected:
  void run() override {
    for (int i = 0; i < 1000 && !isInterruptionRequested(); ++i)
      msleep(1);
  }
};

static void launch(QThread &thread, QThread::Priority priority) { thread.start(priority); }

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  Scanner scanner;
  launch(scanner, QThread::LowPriority);
  return app.exec(); // EXPECT: qt-thread-destroyed
}
