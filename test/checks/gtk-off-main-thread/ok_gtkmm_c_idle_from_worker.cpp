// FLAGS: gtkmm3
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The C route from a gtkmm program's worker: g_idle_add with a captureless lambda as trampoline.
#include <gtkmm.h>
#include <thread>

class Window : public Gtk::Window {
public:
  Window() {
    add(label);
    show_all_children();
    worker = std::thread(&Window::work, this);
  }
  ~Window() override { worker.join(); }

private:
  void work() {
    g_idle_add(
        [](gpointer data) -> gboolean {
          static_cast<Window *>(data)->finished();
          return G_SOURCE_REMOVE;
        },
        this);
  }

  void finished() { label.set_text("finished"); }

  Gtk::Label label;
  std::thread worker;
};

int main(int argc, char **argv) {
  auto app = Gtk::Application::create(argc, argv, "org.example.cidle");
  Window window;
  return app->run(window);
}
