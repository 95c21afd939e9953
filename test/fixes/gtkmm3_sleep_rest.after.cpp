// FLAGS: gtkmm3
// RUN: stall settle=1500
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// gtkmm: connect_once(), with the object tracked so that nothing is called when it is gone.
#include <gtkmm.h>
#include <iostream>

class Window : public Gtk::Window {
public:
  Window() {
    add(button);
    button.signal_clicked().connect(sigc::mem_fun(*this, &Window::on_clicked));
    show_all_children();
  }
  Gtk::Button button;
  Glib::ustring said;

private:
  void on_clicked() {
    Glib::ustring text = "done";
    said = "busy";
    Glib::signal_timeout().connect_once(sigc::track_object([this, text] {
      said += " " + text;
      button.set_label(said);
    }, *this), 600);
  }
};

int main(int argc, char **argv) {
  auto app = Gtk::Application::create(argc, argv, "org.example.sleep");
  Window window;
  Glib::signal_timeout().connect_once([&window] { window.button.clicked(); }, 10);
  Glib::signal_timeout().connect_once([&window] { window.hide(); }, 1200);
  int code = app->run(window);
  std::cout << window.said << std::endl;
  return code;
}
