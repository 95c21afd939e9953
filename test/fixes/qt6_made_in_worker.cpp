// FLAGS: qt6
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A widget that a thread makes belongs to that thread: posting to it would change nothing.
// ADVICE: only calls are posted
// ADVICE: the object is made on this thread
#include <QApplication>
#include <QLabel>
#include <thread>

static void work() {
  auto *label = new QLabel;
  label->show();
}

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  std::thread worker(work);
  int code = app.exec();
  worker.join();
  return code;
}
