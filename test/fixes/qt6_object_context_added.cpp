// FLAGS: qt6
// CHECKS: handoff-*
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The job may be deleted before the second is over: with it as context the shot is called off. Threads know no context.
// ADVICE: the connection is not written out
#include <QApplication>
#include <QLabel>
#include <QPushButton>
#include <QTimer>
#include <thread>

class Job : public QObject {
  Q_OBJECT
public:
  void begin() {
    QTimer::singleShot(1000, [this] { step(); });
    std::thread([this] { step(); }).detach();
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
