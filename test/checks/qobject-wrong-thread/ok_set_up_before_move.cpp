// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Set-up before the move happens while the object still lives here; the start is queued.
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
    timer->start(20);
    timer->stop();
    timer->moveToThread(thread);
    QMetaObject::invokeMethod(timer, "start", Qt::QueuedConnection, Q_ARG(int, 20));
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
