// FLAGS: gtkmm3
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A slot that a thread connects: a lambda that says whether it is to be called again.
#include <gtkmm.h>
#include <thread>
#include <functional>

class Window : public Gtk::Window {
public:
  Window() : worker([this] { work(5); }) {}
  ~Window() override { worker.join(); }

private:

  void work(int count) {
    g_idle_add_full(G_PRIORITY_DEFAULT_IDLE, [](gpointer data) -> gboolean { return (*static_cast<std::function<bool()> *>(data))(); }, new std::function<bool()>([this, count] { set_title(std::to_string(count)); return false; }), [](gpointer data) { delete static_cast<std::function<bool()> *>(data); });
  }
  std::thread worker;
};

int main(int argc, char **argv) {
  auto app = Gtk::Application::create(argc, argv, "org.example.route");
  Window window;
  return app->run(window);
}
