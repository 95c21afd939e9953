// FLAGS: gtkmm3
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A C++ lock class: in a signal handler it takes what GTK holds already; and an idle slot does without.
// CHECKS: gdk-lock
#include <gtkmm.h>

namespace {
class GdkLock {
public:
  GdkLock() { gdk_threads_enter(); }
  ~GdkLock() { gdk_threads_leave(); }
  GdkLock(const GdkLock &) = delete;
  GdkLock &operator=(const GdkLock &) = delete;
};

class Window : public Gtk::Window {
public:
  Window() {
    add(button);
    button.signal_clicked().connect(sigc::mem_fun(*this, &Window::clicked));
    Glib::signal_idle().connect_once(sigc::mem_fun(*this, &Window::fill));
    Glib::signal_timeout().connect(sigc::mem_fun(*this, &Window::tick), 500);
  }

private:
  void clicked() {
    GdkLock lock; // EXPECT: gdk-lock
    button.set_label("again");
  }
  void fill() {
    button.set_label("go"); // EXPECT: gdk-lock
  }
  bool tick() {
    GdkLock lock;
    button.set_sensitive(true);
    return true;
  }
  Gtk::Button button;
};
} // namespace

int main(int argc, char **argv) {
  gdk_threads_init();
  Gtk::Main kit(argc, argv);
  Window window;
  GdkLock lock;
  Gtk::Main::run(window);
  return 0;
}
