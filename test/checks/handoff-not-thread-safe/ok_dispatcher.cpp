// FLAGS: gtkmm3
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The window makes the Dispatcher, the worker emits it.
#include <gtkmm.h>
#include <thread>

class Window : public Gtk::Window {
public:
  Window() : worker([this] { work(); }) {}
  ~Window() override { worker.join(); }

private:

  void work() { done.emit(); }
  Glib::Dispatcher done;
  std::thread worker;
};

int main(int argc, char **argv) {
  auto app = Gtk::Application::create(argc, argv, "org.example.route");
  Window window;
  return app->run(window);
}
