// FLAGS: gtkmm3
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// signal_timeout() from a worker, in milliseconds and in seconds.
#include <gtkmm.h>
#include <thread>

class Window : public Gtk::Window {
public:
  Window() : worker([this] { work(); }) {}
  ~Window() override { worker.join(); }

private:

  void work() {
    Glib::signal_timeout().connect(sigc::mem_fun(*this, &Window::tick), 100); // EXPECT: handoff-not-thread-safe
    Glib::signal_timeout().connect_seconds(sigc::mem_fun(*this, &Window::tick), 1); // EXPECT: handoff-not-thread-safe
  }
  bool tick() { return false; }
  std::thread worker;
};

int main(int argc, char **argv) {
  auto app = Gtk::Application::create(argc, argv, "org.example.route");
  Window window;
  return app->run(window);
}
