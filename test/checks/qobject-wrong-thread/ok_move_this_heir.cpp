// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// moveToThread(this): the heir lives in its own thread, its children moved along, so its slots may use them.
#include <QApplication>
#include <QPushButton>
#include <QThread>
#include <QTimer>

class Monitor : public QThread {
  Q_OBJECT
public:
  Monitor() : timer(this) {
    connect(&timer, &QTimer::timeout, this, &Monitor::check);
    moveToThread(this);
  }
public slots:
  void restart() {
    timer.stop();
    timer.start(1000);
  }
  void check() { ++checks; }

protected:
  void run() override {
    timer.start(1000);
    exec();
    timer.stop();
  }

private:
  QTimer timer;
  int checks = 0;
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
