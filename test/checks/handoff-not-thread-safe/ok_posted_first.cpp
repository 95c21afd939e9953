// FLAGS: gtkmm3
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What a worker posted with g_idle_add runs on main, where signal_timeout() is fine.
#include <gtkmm.h>
#include <thread>

static gboolean begin(gpointer) {
  Glib::signal_timeout().connect([] { return true; }, 100);
  return G_SOURCE_REMOVE;
}

int main(int argc, char **argv) {
  auto app = Gtk::Application::create(argc, argv, "org.example.route");
  std::thread worker([] { g_idle_add(begin, nullptr); });
  Gtk::Window window;
  int code = app->run(window);
  worker.join();
  return code;
}
