// FLAGS: gtkmm3
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A method of a class that is no sigc::trackable.
#include <gtkmm.h>
#include <thread>

struct Log {
  void flush() {}
};

class Window : public Gtk::Window {
public:
  Window() : worker([this] { work(); }) {}
  ~Window() override { worker.join(); }

private:

  void work() { Glib::signal_idle().connect_once(sigc::mem_fun(log, &Log::flush)); }
  Log log;
  std::thread worker;
};

int main(int argc, char **argv) {
  auto app = Gtk::Application::create(argc, argv, "org.example.route");
  Window window;
  return app->run(window);
}
