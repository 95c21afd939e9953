// FLAGS: gtkmm3
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// connect_once() may be called from any thread, but not with a method of a sigc::trackable: here a window's.
#include <gtkmm.h>
#include <thread>

class Window : public Gtk::Window {
public:
  Window() : worker([this] { work(); }) {}
  ~Window() override { worker.join(); }

private:

  void work() {
    Glib::signal_idle().connect_once(sigc::mem_fun(*this, &Window::done)); // EXPECT: handoff-not-thread-safe
    Glib::signal_timeout().connect_once(sigc::bind(sigc::mem_fun(*this, &Window::progress), 3), 10); // EXPECT: handoff-not-thread-safe
  }
  void done() {}
  void progress(int) {}
  std::thread worker;
};

int main(int argc, char **argv) {
  auto app = Gtk::Application::create(argc, argv, "org.example.route");
  Window window;
  return app->run(window);
}
