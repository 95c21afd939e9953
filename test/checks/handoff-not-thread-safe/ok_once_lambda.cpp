// FLAGS: gtkmm3
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// connect_once() with a lambda or with std::bind, and invoke() with a lambda, may be called from any thread.
#include <gtkmm.h>
#include <thread>
#include <functional>

class Window : public Gtk::Window {
public:
  Window() : worker([this] { work(); }) {}
  ~Window() override { worker.join(); }

private:

  void work() {
    Glib::signal_idle().connect_once([this] { set_title("done"); });
    Glib::signal_idle().connect_once(std::bind(&Window::done, this));
    Glib::signal_timeout().connect_once([this] { done(); }, 10);
    Glib::MainContext::get_default()->invoke([this] { done(); return false; });
  }
  void done() {}
  std::thread worker;
};

int main(int argc, char **argv) {
  auto app = Gtk::Application::create(argc, argv, "org.example.route");
  Window window;
  return app->run(window);
}
