// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Actions and layouts are of the GUI thread as widgets are.
// CHECKS: qt-off-main-thread
#include <QAction>
#include <QApplication>
#include <QIcon>
#include <QThread>
#include <QVBoxLayout>

struct Ui {
  QAction *save;
  QVBoxLayout *box;
};

class Watcher : public QThread {
public:
  explicit Watcher(const Ui &ui) : ui(ui) {}

protected:
  void run() override {
    ui.save->setEnabled(true); // EXPECT: qt-off-main-thread
    ui.box->setSpacing(4);     // EXPECT: qt-off-main-thread
  }

private:
  Ui ui;
};

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  QWidget window;
  Ui ui{new QAction(&window), new QVBoxLayout(&window)};
  window.show();
  Watcher watcher(ui);
  watcher.start();
  int code = app.exec();
  watcher.wait();
  return code;
}
// CHAIN: Watcher::run
