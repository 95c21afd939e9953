// FLAGS: gtkmm3
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A C++ lock class in the slots that GLib calls, none in those that GTK calls; leaving the scope early gives it back.
// CHECKS: gdk-lock
#include <gtkmm.h>
#include <thread>

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
    Glib::signal_timeout().connect(sigc::mem_fun(*this, &Window::tick), 500);
    std::thread([this] {
      GdkLock lock;
      button.set_label("started");
    }).detach();
  }

private:
  void clicked() { button.set_label("again"); }
  bool tick() {
    GdkLock lock;
    if (++ticks > 10)
      return false;
    button.set_sensitive(true);
    return true;
  }
  Gtk::Button button;
  int ticks = 0;
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
