// FLAGS: qt5
// ADVICE: the main thread deletes it here as well
// CHECKS: qt-off-main-thread
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The main thread makes a new one right after.
#include <QApplication>
#include <QWidget>
#include <thread>

struct Panel {
  QWidget box;
  QWidget *page = nullptr;
  void clear() {
    delete page;
    page = nullptr;
  }
  int rebuild() {
    clear();
    page = new QWidget(&box);
    return box.children().size();
  }
};

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  Panel panel;
  panel.rebuild();
  panel.rebuild();
  std::thread worker([&panel] { panel.clear(); });
  int code = app.exec();
  worker.join();
  return code;
}
