// FLAGS: qt6
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What depends on a template's parameter may be another call each time.
// ADVICE: the call is written by a macro or a template
#include <QApplication>
#include <QLabel>
#include <thread>

template <typename View> static void work(View *view) { view->clear(); }

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  QLabel label;
  std::thread worker([&label] { work(&label); });
  int code = app.exec();
  worker.join();
  return code;
}
