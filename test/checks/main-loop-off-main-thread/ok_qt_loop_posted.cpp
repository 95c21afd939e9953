// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What is posted to the application's thread may run the loop's nested form there.
#include <QApplication>
#include <thread>

static void flushOnMain() {
  QMetaObject::invokeMethod(qApp, [] { QCoreApplication::processEvents(); }, Qt::QueuedConnection);
}

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  std::thread worker(flushOnMain);
  int code = app.exec();
  worker.join();
  return code;
}
