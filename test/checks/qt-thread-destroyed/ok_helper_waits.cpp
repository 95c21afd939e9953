// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A helper ends the thread it is given; a guard does so at the end of the scope.
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

static void finish(QThread *thread) {
  thread->requestInterruption();
  thread->quit();
  thread->wait();
}

class Guard {
public:
  explicit Guard(QThread &thread) : thread(thread) {}
  ~Guard() { finish(&thread); }

private:
  QThread &thread;
};

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  Scanner scanner;
  scanner.start();
  int code = app.exec();
  finish(&scanner);
  Scanner other;
  Guard guard(other);
  other.start();
  return code;
}
