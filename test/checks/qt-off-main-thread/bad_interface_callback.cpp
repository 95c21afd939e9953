// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A virtual interface whose implementation is the window; the engine calls it on its own thread.
// CHECKS: qt-off-main-thread
#include <QApplication>
#include <QLabel>
#include <thread>

class Listener {
public:
  virtual ~Listener() = default;
  virtual void onState(int state) = 0;
};

class Engine {
public:
  explicit Engine(Listener &listener) : listener(listener) {}
  ~Engine() {
    if (thread.joinable())
      thread.join();
  }
  void start() {
    thread = std::thread([this] { loop(); });
  }

private:
  void loop() { listener.onState(7); }

  Listener &listener;
  std::thread thread;
};

class Window : public QWidget, public Listener {
public:
  Window() : state(new QLabel(this)) {}
  void onState(int value) override {
    state->setNum(value); // EXPECT: qt-off-main-thread
  }

private:
  QLabel *state;
};

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  Window window;
  window.show();
  Engine engine(window);
  engine.start();
  return app.exec();
}
// CHAIN: lambda in Engine::start -> Engine::loop -> Window::onState
