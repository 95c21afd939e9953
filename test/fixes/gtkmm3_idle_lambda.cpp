// FLAGS: gtkmm3
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A slot that a thread connects: a lambda that says whether it is to be called again.
#include <gtkmm.h>
#include <thread>

class Window : public Gtk::Window {
public:
  Window() : worker([this] { work(5); }) {}
  ~Window() override { worker.join(); }

private:

  void work(int count) {
    Glib::signal_idle().connect([this, count] { set_title(std::to_string(count)); return false; });
  }
  std::thread worker;
};

int main(int argc, char **argv) {
  auto app = Gtk::Application::create(argc, argv, "org.example.route");
  Window window;
  return app->run(window);
}
