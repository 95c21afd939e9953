// FLAGS: qt6
// CHECKS: handoff-*
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The destructor waits for the pool and joins the thread.
#include <QApplication>
#include <QLabel>
#include <QPushButton>
#include <QThreadPool>
#include <future>
#include <thread>

class Job : public QObject {
  Q_OBJECT
public:
  ~Job() override {
    pool.waitForDone();
    if (thread.joinable())
      thread.join();
  }
  void begin() {
    pool.start([this] { step(); });
    thread = std::thread([this] { step(); });
    future = std::async(std::launch::async, [this] { step(); });
  }
  void step() { ++count; }

private:
  int count = 0;
  QThreadPool pool;
  std::thread thread;
  std::future<void> future;
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
