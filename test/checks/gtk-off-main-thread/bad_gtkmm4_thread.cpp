// FLAGS: gtkmm4
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// gtkmm 4: a method given to std::thread changes a widget and, by a helper of the window's own, a property of it.
// CHAIN: Window::watch -> Window::show_state
#include <gtkmm.h>
#include <thread>

class Window : public Gtk::ApplicationWindow {
public:
  Window() {
    set_child(label);
    worker = std::thread(&Window::watch, this);
  }
  ~Window() override { worker.join(); }

private:
  void watch() { show_state("watching"); }

  void show_state(const Glib::ustring &text) {
    label.set_label(text); // EXPECT: gtk-off-main-thread
    label.property_visible() = true; // EXPECT: gtk-off-main-thread
  }

  Gtk::Label label;
  std::thread worker;
};

int main(int argc, char **argv) {
  auto app = Gtk::Application::create("org.example.watch");
  return app->make_window_and_run<Window>(argc, argv);
}
