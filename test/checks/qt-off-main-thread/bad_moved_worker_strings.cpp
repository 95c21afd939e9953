// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The same with SIGNAL/SLOT strings.
// CHECKS: qt-off-main-thread
#include <QApplication>
#include <QCheckBox>
#include <QPushButton>
#include <QThread>

class Worker : public QObject {
  Q_OBJECT
public:
  explicit Worker(QCheckBox *box) : box(box) {}
public slots:
  void begin() {
    fast = box->isChecked(); // EXPECT: qt-off-main-thread
  }

private:
  QCheckBox *box;
  bool fast = false;
};

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  QCheckBox box;
  QPushButton button;
  box.show();
  button.show();
  QThread thread;
  Worker worker(&box);
  worker.moveToThread(&thread);
  QObject::connect(&button, SIGNAL(clicked(bool)), &worker, SLOT(begin()));
  thread.start();
  int code = app.exec();
  thread.quit();
  thread.wait();
  return code;
}
// CHAIN: Worker::begin
