// FLAGS: qt6
// CHECKS: handoff-*
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// this in a single shot without context, in a pool, in a detached thread, and posted to the application: the job may be deleted.
#include <QApplication>
#include <QLabel>
#include <QPushButton>
#include <QThreadPool>
#include <QTimer>
#include <thread>

class Job : public QObject {
  Q_OBJECT
public:
  void begin() {
    QTimer::singleShot(1000, [this] { step(); }); // EXPECT: handoff-dangling-capture
    QThreadPool::globalInstance()->start([this] { step(); }); // EXPECT: handoff-dangling-capture
    std::thread([this] { step(); }).detach(); // EXPECT: handoff-dangling-capture
    QMetaObject::invokeMethod(qApp, [this] { step(); }, Qt::QueuedConnection); // EXPECT: handoff-dangling-capture
  }
  void step() { ++count; }

private:
  int count = 0;
};

class Window : public QLabel {
  Q_OBJECT
public:
  void restart() {
    delete job;
    job = new Job;
    job->begin();
  }

private:
  Job *job = nullptr;
};

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  Window window;
  QPushButton button;
  QObject::connect(&button, &QPushButton::clicked, &window, &Window::restart);
  return app.exec();
}
