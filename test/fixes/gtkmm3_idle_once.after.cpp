// FLAGS: gtkmm3
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Methods of the window, which sigc would track from the thread; with a priority.
#include <functional>
#include <gtkmm.h>
#include <thread>

class Window : public Gtk::Window {
public:
  Window() : worker([this] { work(5); }) {}
  ~Window() override { worker.join(); }

private:

  void work(int) {
    g_idle_add_full(G_PRIORITY_DEFAULT_IDLE, [](gpointer data) -> gboolean {
      (*static_cast<std::function<void()> *>(data))();
      return G_SOURCE_REMOVE;
    }, new std::function<void()>([this] { return done(); }), [](gpointer data) { delete static_cast<std::function<void()> *>(data); });
    g_idle_add_full(Glib::PRIORITY_HIGH_IDLE, [](gpointer data) -> gboolean { return (*static_cast<std::function<bool()> *>(data))(); }, new std::function<bool()>([this] { return more(); }), [](gpointer data) { delete static_cast<std::function<bool()> *>(data); });
  }
  void done() { set_title("done"); }
  bool more() { return false; }
  std::thread worker;
};

int main(int argc, char **argv) {
  auto app = Gtk::Application::create(argc, argv, "org.example.route");
  Window window;
  return app->run(window);
}
