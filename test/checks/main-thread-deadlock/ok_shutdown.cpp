// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// FLAGS: qt5
// CHECKS: main-thread-deadlock
// A queue: the worker waits for main's jobs, main tells it to stop and joins it. Main wakes before it waits.
#include <QApplication>
#include <QPushButton>
#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>

class Queue {
public:
  Queue() : Worker([this] { run(); }) {}
  ~Queue() { stop(); }
  void add(std::function<void()> Job) {
    std::lock_guard<std::mutex> L(Lock);
    Jobs.push_back(std::move(Job));
    Filled.notify_one();
  }
  void stop() {
    {
      std::lock_guard<std::mutex> L(Lock);
      Stop = true;
    }
    Filled.notify_all();
    Worker.join();
  }

private:
  void run() {
    std::unique_lock<std::mutex> L(Lock);
    while (true) {
      Filled.wait(L, [this] { return Stop || !Jobs.empty(); });
      if (Stop)
        return;
      auto Job = std::move(Jobs.front());
      Jobs.pop_front();
      Job();
    }
  }
  std::mutex Lock;
  std::condition_variable Filled;
  std::deque<std::function<void()>> Jobs;
  bool Stop = false;
  std::thread Worker;
};

int main(int argc, char **argv) {
  QApplication App(argc, argv);
  Queue Q;
  QPushButton Add, Stop;
  QObject::connect(&Add, &QPushButton::clicked, &Add, [&] { Q.add([] {}); });
  QObject::connect(&Stop, &QPushButton::clicked, &Stop, [&] { Q.stop(); });
  return App.exec();
}
