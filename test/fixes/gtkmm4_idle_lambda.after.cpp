// FLAGS: gtkmm4
// STD: c++17
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The same with gtkmm 4.
#include <gtkmm.h>
#include <thread>
#include <functional>

class Window : public Gtk::Window {
public:
  Window() : worker([this] { work(5); }) {}
  ~Window() override { worker.join(); }

private:

  void work(int count) {
    g_idle_add_full(G_PRIORITY_DEFAULT_IDLE, [](gpointer data) -> gboolean {
      (*static_cast<std::function<void()> *>(data))();
      return G_SOURCE_REMOVE;
    }, new std::function<void()>([this] { return done(); }), [](gpointer data) { delete static_cast<std::function<void()> *>(data); });
    g_idle_add_full(G_PRIORITY_DEFAULT_IDLE, [](gpointer data) -> gboolean { return (*static_cast<std::function<bool()> *>(data))(); }, new std::function<bool()>([this, count] { set_title(std::to_string(count)); return false; }), [](gpointer data) { delete static_cast<std::function<bool()> *>(data); });
  }
  void done() { set_title("done"); }
  std::thread worker;
};

int main(int argc, char **argv) {
  auto app = Gtk::Application::create("org.example.route");
  return app->make_window_and_run<Window>(argc, argv);
}
