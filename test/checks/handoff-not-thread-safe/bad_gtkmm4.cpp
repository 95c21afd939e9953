// FLAGS: gtkmm4
// STD: c++20
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The same with gtkmm 4.
#include <gtkmm.h>
#include <thread>

class Window : public Gtk::Window {
public:
  Window() : worker([this] { work(); }) {}
  ~Window() override { worker.join(); }

private:

  void work() {
    Glib::signal_idle().connect([this] { set_title("done"); return false; }); // EXPECT: handoff-not-thread-safe
    Glib::signal_idle().connect_once(sigc::mem_fun(*this, &Window::done)); // EXPECT: handoff-not-thread-safe
  }
  void done() {}
  std::thread worker;
};

int main(int argc, char **argv) {
  auto app = Gtk::Application::create("org.example.route");
  return app->make_window_and_run<Window>(argc, argv);
}
