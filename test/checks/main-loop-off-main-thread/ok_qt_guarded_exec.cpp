// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A helper shared by both threads enters the loop only on the main thread.
#include <QApplication>
#include <QThread>
#include <thread>

static void settle() {
  if (QThread::currentThread() != qApp->thread())
    return;
  QCoreApplication::exec();
}

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  std::thread worker(settle);
  settle();
  worker.join();
  return 0;
}
