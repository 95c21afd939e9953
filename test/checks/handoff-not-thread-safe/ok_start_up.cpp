// FLAGS: gtkmm24
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Before the loop runs, and in the main thread of a program whose worker only computes.
#include <gtkmm.h>

static bool tick() { return true; }
static void compute() { Glib::usleep(1000); }

int main(int argc, char **argv) {
  Glib::thread_init();
  Gtk::Main kit(argc, argv);
  Glib::Dispatcher done;
  Glib::signal_timeout().connect(sigc::ptr_fun(&tick), 100);
  Glib::Thread *worker = Glib::Thread::create(sigc::ptr_fun(&compute), true);
  Gtk::Window window;
  kit.run(window);
  worker->join();
  return 0;
}
