// FLAGS: gtkmm3
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A lambda that is tracked goes with its object, as sigc::mem_fun does.
#include <gtkmm.h>

class Panel : public Gtk::Box {
public:
  Panel() {
    Glib::signal_timeout().connect_once(sigc::track_obj([this] { set_sensitive(true); }, *this), 1000);
  }
};

class Window : public Gtk::Window {
public:
  Window() {
    button.signal_clicked().connect([this] {
      delete panel;
      panel = nullptr;
    });
    add(button);
  }

private:
  Gtk::Button button;
  Panel *panel = new Panel;
};

int main(int argc, char **argv) {
  auto app = Gtk::Application::create(argc, argv, "org.example.tracked");
  Window window;
  return app->run(window);
}
