// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The object tests its own thread and posts to itself otherwise.
#include <QApplication>
#include <QThread>
#include <QTimer>
#include <thread>

class Idle : public QObject {
  Q_OBJECT
public:
  Idle() : timer(this) {}
  Q_INVOKABLE void touch() {
    if (QThread::currentThread() != thread()) {
      QMetaObject::invokeMethod(this, "touch", Qt::QueuedConnection);
      return;
    }
    timer.start(60000);
  }

private:
  QTimer timer;
};

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  Idle idle;
  idle.touch();
  std::thread worker([&idle] { idle.touch(); });
  int code = app.exec();
  worker.join();
  return code;
}
