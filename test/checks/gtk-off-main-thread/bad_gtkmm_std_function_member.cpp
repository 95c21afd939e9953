// FLAGS: gtkmm3
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A std::function member, set by the window and called by the engine's thread.
// CHAIN: Engine::loop
#include <atomic>
#include <functional>
#include <gtkmm.h>
#include <thread>

class Engine {
public:
  std::function<void(double)> on_level;

  void start() { thread = std::thread(&Engine::loop, this); }
  void stop() {
    running = false;
    thread.join();
  }

private:
  void loop() {
    while (running)
      if (on_level)
        on_level(0.5);
  }

  std::atomic<bool> running{true};
  std::thread thread;
};

class Window : public Gtk::Window {
public:
  Window() {
    add(bar);
    show_all_children();
    engine.on_level = [this](double level) {
      bar.set_value(level); // EXPECT: gtk-off-main-thread
    };
    engine.start();
  }
  ~Window() override { engine.stop(); }

private:
  Gtk::LevelBar bar;
  Engine engine;
};

int main(int argc, char **argv) {
  auto app = Gtk::Application::create(argc, argv, "org.example.level");
  Window window;
  return app->run(window);
}
