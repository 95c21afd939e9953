// FLAGS: gtkmm3
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Glib::signal_idle and signal_timeout connected on main: their slots run on main.
#include <gtkmm.h>

class Window : public Gtk::Window {
public:
  Window() : button("Start") {
    box.add(button);
    box.add(label);
    add(box);
    show_all_children();
    button.signal_clicked().connect(sigc::mem_fun(*this, &Window::on_start));
  }

private:
  void on_start() {
    Glib::signal_idle().connect_once([this] { label.set_text("idle"); });
    Glib::signal_timeout().connect(sigc::mem_fun(*this, &Window::on_tick), 100);
  }

  bool on_tick() {
    label.set_text(Glib::ustring::format(++ticks));
    return ticks < 10;
  }

  Gtk::Box box;
  Gtk::Button button;
  Gtk::Label label;
  int ticks = 0;
};

int main(int argc, char **argv) {
  auto app = Gtk::Application::create(argc, argv, "org.example.tick");
  Window window;
  return app->run(window);
}
