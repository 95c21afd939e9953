// FLAGS: qt6
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// QGuiApplication::exec() reached from a QRunnable.
// CHECKS: main-loop-off-main-thread
#include <QGuiApplication>
#include <QRunnable>
#include <QThreadPool>

class Loop : public QRunnable {
public:
  void run() override {
    QGuiApplication::exec(); // EXPECT: main-loop-off-main-thread
  }
};

int main(int argc, char **argv) {
  QGuiApplication app(argc, argv);
  QThreadPool::globalInstance()->start(new Loop);
  QThreadPool::globalInstance()->waitForDone();
  return app.exec();
}
// CHAIN: Loop::run
