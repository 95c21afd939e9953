// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Detached, kept in a member, or an async task whose future is kept: none ends with the function.
#include <QApplication>
#include <QLabel>
#include <QPushButton>
#include <future>
#include <thread>

static int work(const int *input) { return *input; }
static void add(int &to, int what) { to += what; }

class Window : public QLabel {
public:
  void begin() {
    int total = 0;
    std::thread([&] { total += 1; }).detach(); // EXPECT: handoff-dangling-capture
    std::thread detached([&total] { total += 2; }); // EXPECT: handoff-dangling-capture
    detached.detach();
    thread = std::thread(add, std::ref(total), 3); // EXPECT: handoff-dangling-capture
    future = std::async(std::launch::async, work, &total); // EXPECT: handoff-dangling-capture
  }
  ~Window() override {
    thread.join();
    future.get();
  }

private:
  std::thread thread;
  std::future<int> future;
};

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  Window window;
  QPushButton button;
  QObject::connect(&button, &QPushButton::clicked, &window, [&window] { window.begin(); });
  return app.exec();
}
