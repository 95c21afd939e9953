// FLAGS: gtkmm24
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The same with gtkmm 2.4's Glib::Thread::create and a static member function given by sigc::ptr_fun.
// CHAIN: Copier::copy_thread
#include <gtkmm.h>

class Copier {
public:
  static Gtk::ProgressBar *bar;

  static void start() { Glib::Thread::create(sigc::ptr_fun(&Copier::copy_thread), false); }

private:
  static void copy_thread() {
    for (int i = 0; i < 10; ++i)
      bar->set_fraction(i / 10.0); // EXPECT: gtk-off-main-thread
  }
};

Gtk::ProgressBar *Copier::bar;

int main(int argc, char **argv) {
  Glib::thread_init();
  Gtk::Main kit(argc, argv);
  Gtk::Window window;
  Gtk::ProgressBar bar;
  window.add(bar);
  window.show_all_children();
  Copier::bar = &bar;
  Copier::start();
  Gtk::Main::run(window);
  return 0;
}
