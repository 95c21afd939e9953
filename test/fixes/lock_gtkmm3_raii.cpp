// FLAGS: gtkmm3
// RUN: some
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A class that holds the lock for a scope holds nothing any more.
#include <gtkmm.h>

namespace {
class GuiLock {
public:
  GuiLock() { gdk_threads_enter(); }
  ~GuiLock() { gdk_threads_leave(); }
};

bool on_timeout(Gtk::Label *label) {
  GuiLock lock;
  label->set_text("tick");
  return false;
}
} // namespace

int main(int argc, char **argv) {
  auto app = Gtk::Application::create(argc, argv, "org.example.raii");
  Gtk::Window window;
  Gtk::Label label;
  window.add(label);
  window.show_all_children();
  Glib::signal_timeout().connect(sigc::bind(sigc::ptr_fun(on_timeout), &label), 10);
  return app->run(window);
}
