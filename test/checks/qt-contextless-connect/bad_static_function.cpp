// FLAGS: qt6
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A free function is a functor without context too. Here it stops a timer that lives on the main thread.
#include <QApplication>
#include <QThread>
#include <QTimer>

class Loader : public QThread {
  Q_OBJECT
Q_SIGNALS:
  void loaded();

private:
  void run() override { Q_EMIT loaded(); }
};

static QTimer *spinner;

static void stopSpinner() { spinner->stop(); }

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  spinner = new QTimer(&app);
  spinner->start(100);
  Loader loader;
  QObject::connect(&loader, &Loader::loaded, stopSpinner); // EXPECT: qt-contextless-connect
  loader.start();
  int code = app.exec();
  loader.wait();
  return code;
}
// CHAIN: Loader::run -> stopSpinner
