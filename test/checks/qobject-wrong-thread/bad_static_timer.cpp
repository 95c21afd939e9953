// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A timer with static storage, made by main, stopped by the worker's slot.
// CHECKS: qobject-wrong-thread
#include <QApplication>
#include <QThread>
#include <QTimer>

static QTimer *heartbeat;

class Core : public QObject {
  Q_OBJECT
public slots:
  void process() {
    heartbeat->stop(); // EXPECT: qobject-wrong-thread
  }
};

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  heartbeat = new QTimer(&app);
  heartbeat->start(1000);
  QThread thread;
  Core core;
  core.moveToThread(&thread);
  QObject::connect(&thread, &QThread::started, &core, &Core::process);
  thread.start();
  int code = app.exec();
  thread.quit();
  thread.wait();
  return code;
}
// CHAIN: Core::process
