// FLAGS: gtkmm3
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// signal_idle().connect() keeps a sigc::connection, which is not thread safe.
// CHAIN: Window::work
#include <gtkmm.h>
#include <thread>

class Window : public Gtk::Window {
public:
  Window() : worker([this] { work(); }) {}
  ~Window() override { worker.join(); }

private:

  void work() {
    Glib::signal_idle().connect([this] { set_title("done"); return false; }); // EXPECT: handoff-not-thread-safe
  }
  std::thread worker;
};

int main(int argc, char **argv) {
  auto app = Gtk::Application::create(argc, argv, "org.example.route");
  Window window;
  return app->run(window);
}
