// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A static of QMessageBox in a worker: it creates a dialog and runs a loop there.
// CHECKS: qt-off-main-thread
#include <QApplication>
#include <QMessageBox>
#include <QThread>

class Saver : public QThread {
public:
  explicit Saver(QWidget *parent) : window(parent) {}

protected:
  void run() override {
    if (!save())
      QMessageBox::warning(window, tr("Save"), tr("Could not save.")); // EXPECT: qt-off-main-thread
  }

private:
  bool save() { return ++attempts > 1; }
  QWidget *window;
  int attempts = 0;
};

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  QWidget window;
  window.show();
  Saver saver(&window);
  saver.start();
  int code = app.exec();
  saver.wait();
  return code;
}
// CHAIN: Saver::run
