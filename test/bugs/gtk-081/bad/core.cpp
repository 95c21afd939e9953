// FLAGS: gtkmm24
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// gtk-081, GParted: the partition library's exception handler runs on the thread that applies operations and shows a dialog there,
// under the GDK lock. Reduced: a stand-in for the library with its handler pointer, and the program's core. (The lock makes the
// GTK calls legal, so the lock is what is reported; GTK 2: notes.)
#include "parted.h"
#include <gtkmm.h>

class Core {
public:
  Core() { ped_exception_set_handler(&Core::ped_exception_handler); }
  void apply() { Glib::Thread::create(sigc::mem_fun(*this, &Core::apply_thread), false); }

private:
  void apply_thread() { ped_disk_commit(); }

  static int ped_exception_handler(PedException *exception) {
    int answer = 0;
    gdk_threads_enter(); // EXPECT: gdk-threads-deprecated
    {
      Gtk::MessageDialog dialog(exception->message, false, Gtk::MESSAGE_ERROR, Gtk::BUTTONS_YES_NO, true);
      answer = dialog.run() == Gtk::RESPONSE_YES;
    }
    gdk_threads_leave(); // EXPECT: gdk-threads-deprecated
    return answer;
  }
};

int main(int argc, char **argv) {
  Glib::thread_init();
  gdk_threads_init(); // EXPECT: gdk-threads-deprecated
  Gtk::Main kit(argc, argv);
  Gtk::Window window;
  Gtk::Button button("Apply");
  window.add(button);
  window.show_all_children();
  Core core;
  button.signal_clicked().connect(sigc::mem_fun(core, &Core::apply));
  Gtk::Main::run(window); // EXPECT: gdk-lock
  return 0;
}
