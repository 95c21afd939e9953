// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// moveToThread(this) with a member timer that has no parent: the timer stays on main, the slot runs in the thread.
// CHECKS: qobject-wrong-thread
#include <QApplication>
#include <QPushButton>
#include <QThread>
#include <QTimer>

class Monitor : public QThread {
  Q_OBJECT
public:
  Monitor() { moveToThread(this); }
public slots:
  void restart() {
    timer.start(1000); // EXPECT: qobject-wrong-thread
  }

protected:
  void run() override { exec(); }

private:
  QTimer timer;
};

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  QPushButton button;
  button.show();
  Monitor monitor;
  QObject::connect(&button, &QPushButton::clicked, &monitor, &Monitor::restart);
  monitor.start();
  int code = app.exec();
  monitor.quit();
  monitor.wait();
  return code;
}
// CHAIN: Monitor::restart
