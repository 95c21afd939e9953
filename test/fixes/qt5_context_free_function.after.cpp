// FLAGS: qt5
// CHECKS: qt-contextless-connect
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A function without an object: what it works on, or the application.
#include <QApplication>
#include <QLabel>
#include <QThread>
#include <QTimer>

class Loader : public QThread {
  Q_OBJECT
Q_SIGNALS:
  void loaded();
  void failed();

private:
  void run() override {
    Q_EMIT loaded();
    Q_EMIT failed();
  }
};

static QTimer *spinner;

static void stopSpinner() { spinner->stop(); }
static void beepForAll() {
  for (QWidget *each : QApplication::topLevelWidgets())
    each->update();
}

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  spinner = new QTimer(&app);
  spinner->start(100);
  Loader loader;
  QObject::connect(&loader, &Loader::loaded, spinner, stopSpinner);
  QObject::connect(&loader, &Loader::failed, qApp, &beepForAll);
  loader.start();
  int code = app.exec();
  loader.wait();
  return code;
}
