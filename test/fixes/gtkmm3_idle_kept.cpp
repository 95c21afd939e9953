// FLAGS: gtkmm3
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A connection that is kept, a timeout, a slot of another kind.
// ADVICE: the connection is kept
// ADVICE: post it by a Glib::Dispatcher
// ADVICE: post it by a Glib::Dispatcher
#include <gtkmm.h>
#include <thread>

class Window : public Gtk::Window {
public:
  Window() : worker([this] { work(5); }) {}
  ~Window() override { worker.join(); }

private:

  void work(int count) {
    idle = Glib::signal_idle().connect(sigc::mem_fun(*this, &Window::tick));
    Glib::signal_timeout().connect(sigc::mem_fun(*this, &Window::tick), 100);
    Glib::signal_idle().connect_once(sigc::bind(sigc::mem_fun(*this, &Window::show_count), count));
  }
  bool tick() { return false; }
  void show_count(int count) { set_title(std::to_string(count)); }
  sigc::connection idle;
  std::thread worker;
};

int main(int argc, char **argv) {
  auto app = Gtk::Application::create(argc, argv, "org.example.route");
  Window window;
  return app->run(window);
}
