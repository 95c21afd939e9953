// FLAGS: gtkmm3
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Chosen by a test of the thread.
#include <gtkmm.h>
#include <thread>

class Window : public Gtk::Window {
public:
  Window() : worker([this] { work(); }) {}
  ~Window() override { worker.join(); }

private:

  void work() { later(); }
  void later() {
    if (std::this_thread::get_id() == main_thread)
      Glib::signal_idle().connect([this] { return done(); });
    else
      Glib::signal_idle().connect_once([this] { done(); });
  }
  bool done() { return false; }
  const std::thread::id main_thread = std::this_thread::get_id();
  std::thread worker;
};

int main(int argc, char **argv) {
  auto app = Gtk::Application::create(argc, argv, "org.example.route");
  Window window;
  return app->run(window);
}
