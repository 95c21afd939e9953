// FLAGS: gtkmm4
// STD: c++17
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The same with gtkmm 4.
#include <gtkmm.h>
#include <thread>

class Window : public Gtk::Window {
public:
  Window() : worker([this] { work(5); }) {}
  ~Window() override { worker.join(); }

private:

  void work(int count) {
    Glib::signal_idle().connect_once(sigc::mem_fun(*this, &Window::done));
    Glib::signal_idle().connect([this, count] { set_title(std::to_string(count)); return false; });
  }
  void done() { set_title("done"); }
  std::thread worker;
};

int main(int argc, char **argv) {
  auto app = Gtk::Application::create("org.example.route");
  return app->make_window_and_run<Window>(argc, argv);
}
