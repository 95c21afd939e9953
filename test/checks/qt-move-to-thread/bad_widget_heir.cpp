// FLAGS: qt6
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A dialog of the program moves itself to a thread to do its work there.
#include <QApplication>
#include <QThread>
#include <QDialog>

class Progress : public QDialog {
  Q_OBJECT
public:
  Progress() {
    moveToThread(&thread); // EXPECT: qt-move-to-thread
    thread.start();
  }
  ~Progress() override {
    thread.quit();
    thread.wait();
  }

private:
  QThread thread;
};

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  Progress progress;
  progress.show();
  return app.exec();
}
