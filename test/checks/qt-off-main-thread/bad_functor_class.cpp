// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A class with operator() as the thread's entry.
// CHECKS: qt-off-main-thread
#include <QApplication>
#include <QTabWidget>
#include <thread>

class AddTab {
public:
  explicit AddTab(QTabWidget *tabs) : tabs(tabs) {}
  void operator()() const {
    tabs->setCurrentIndex(1); // EXPECT: qt-off-main-thread
  }

private:
  QTabWidget *tabs;
};

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  QTabWidget tabs;
  tabs.show();
  std::thread thread{AddTab(&tabs)};
  int code = app.exec();
  thread.join();
  return code;
}
// CHAIN: AddTab::operator()
