// FLAGS: qt6
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The application waits when it is about to quit.
#include <QApplication>
#include <QThread>

class Worker : public QObject {
  Q_OBJECT
public slots:
  void work() { ++done; }

private:
  int done = 0;
};

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  QThread thread;
  Worker worker;
  worker.moveToThread(&thread);
  QObject::connect(&app, &QApplication::aboutToQuit, &app, [&] {
    thread.quit();
    thread.wait();
  });
  thread.start();
  return app.exec();
}
