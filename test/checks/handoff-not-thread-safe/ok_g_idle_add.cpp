// FLAGS: gtkmm3
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The C functions are thread safe.
#include <gtkmm.h>
#include <thread>

class Window : public Gtk::Window {
public:
  Window() : worker([this] { work(); }) {}
  ~Window() override { worker.join(); }

private:

  void work() {
    g_idle_add(&Window::done, this);
    g_timeout_add(100, &Window::done, this);
  }
  static gboolean done(gpointer window) {
    static_cast<Window *>(window)->set_title("done");
    return G_SOURCE_REMOVE;
  }
  std::thread worker;
};

int main(int argc, char **argv) {
  auto app = Gtk::Application::create(argc, argv, "org.example.route");
  Window window;
  return app->run(window);
}
