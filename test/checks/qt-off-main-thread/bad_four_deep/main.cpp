// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Is the call found when the thread entry, the log and the window lie in three translation units, four calls apart?
#include "log.h"
#include "window.h"
#include <QApplication>
#include <QThread>

class Worker : public QThread {
public:
  explicit Worker(Log &log) : log(log) {}

protected:
  void run() override { log.write(QStringLiteral("working")); }

private:
  Log &log;
};

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  Window window;
  window.show();
  window.append(QStringLiteral("ready"));
  Log log;
  Worker worker(log);
  worker.start();
  int code = app.exec();
  worker.wait();
  return code;
}
// CHAIN: Worker::run -> Log::write -> Log::flush -> Window::append
