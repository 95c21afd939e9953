// FLAGS: gtkmm24
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// gtkmm 2: a thread of glibmm, and a watch added from it.
#include <gtkmm.h>

class Window : public Gtk::Window {
public:
  Window() { Glib::Thread::create(sigc::mem_fun(*this, &Window::work), false); }

private:
  void work() {
    Glib::signal_io().connect(sigc::mem_fun(*this, &Window::readable), 0, Glib::IO_IN); // EXPECT: handoff-not-thread-safe
    Glib::signal_idle().connect(sigc::mem_fun(*this, &Window::done)); // EXPECT: handoff-not-thread-safe
  }
  bool readable(Glib::IOCondition) { return true; }
  bool done() { return false; }
};

int main(int argc, char **argv) {
  Glib::thread_init();
  Gtk::Main kit(argc, argv);
  Window window;
  kit.run(window);
  return 0;
}
