// FLAGS: gtkmm4
// STD: c++20
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// GLib thread pool functions that post with connect_once and a lambda.
#include <gtkmm.h>

static void work(gpointer, gpointer) {
  Glib::signal_idle().connect_once([] {});
}

class Window : public Gtk::Window {
public:
  Window() {
    GThreadPool *pool = g_thread_pool_new(work, nullptr, 2, FALSE, nullptr);
    g_thread_pool_push(pool, this, nullptr);
  }
};

int main(int argc, char **argv) {
  auto app = Gtk::Application::create("org.example.route");
  return app->make_window_and_run<Window>(argc, argv);
}
