// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// In one function: the timer is moved to the worker's thread and then started from here.
// CHECKS: qobject-wrong-thread
#include <QApplication>
#include <QThread>
#include <QTimer>

class Audio : public QObject {
  Q_OBJECT
public:
  explicit Audio(QThread *thread) : thread(thread) {}
public slots:
  void join() {
    auto *timer = new QTimer;
    timer->setSingleShot(false);
    timer->moveToThread(thread);
    timer->start(20); // EXPECT: qobject-wrong-thread
  }

private:
  QThread *thread;
};

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  QThread thread;
  thread.start();
  Audio audio(&thread);
  QTimer::singleShot(0, &audio, &Audio::join);
  int code = app.exec();
  thread.quit();
  thread.wait();
  return code;
}
// CHAIN: Audio::join
