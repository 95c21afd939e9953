// FLAGS: qt6
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A queue of the project's own, served by a thread of its own: no call of a library takes the task over.
#include <QApplication>
#include <QLabel>
#include <QPushButton>
#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>

class Pool {
public:
  Pool() : worker([this] { serve(); }) {}
  ~Pool() { worker.join(); }
  void add(std::function<void()> task) {
    std::lock_guard<std::mutex> lock(mutex);
    tasks.push_back(std::move(task));
    wake.notify_one();
  }
  void finish() {
    std::unique_lock<std::mutex> lock(mutex);
    idle.wait(lock, [this] { return tasks.empty(); });
  }

private:
  void serve() {
    for (;;) {
      std::function<void()> task;
      {
        std::unique_lock<std::mutex> lock(mutex);
        wake.wait(lock, [this] { return !tasks.empty(); });
        task = std::move(tasks.front());
        tasks.pop_front();
      }
      task();
      idle.notify_one();
    }
  }
  std::deque<std::function<void()>> tasks;
  std::mutex mutex;
  std::condition_variable wake, idle;
  std::thread worker;
};

class Window : public QLabel {
public:
  void count() {
    int sum = 0;
    pool.add([&] { sum += 1; }); // EXPECT: handoff-dangling-capture
  }

private:
  Pool pool;
};

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  Window window;
  QPushButton button;
  QObject::connect(&button, &QPushButton::clicked, &window, [&window] { window.count(); });
  return app.exec();
}
