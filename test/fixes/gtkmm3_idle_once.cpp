// FLAGS: gtkmm3
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Methods of the window, which sigc would track from the thread; with a priority.
#include <functional>
#include <gtkmm.h>
#include <thread>

class Window : public Gtk::Window {
public:
  Window() : worker([this] { work(5); }) {}
  ~Window() override { worker.join(); }

private:

  void work(int) {
    Glib::signal_idle().connect_once(sigc::mem_fun(*this, &Window::done));
    Glib::signal_idle().connect(sigc::mem_fun(*this, &Window::more), Glib::PRIORITY_HIGH_IDLE);
  }
  void done() { set_title("done"); }
  bool more() { return false; }
  std::thread worker;
};

int main(int argc, char **argv) {
  auto app = Gtk::Application::create(argc, argv, "org.example.route");
  Window window;
  return app->run(window);
}
