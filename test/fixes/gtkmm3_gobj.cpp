// FLAGS: gtkmm3
// STD: c++17
// RUN: yes
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// gtkmm's objects give the C object, which is carried.
#include <gtkmm.h>
#include <thread>

class Window : public Gtk::Window {
public:
  Window() : m_label("waiting") {
    add(m_label);
    show_all_children();
    m_thread = std::thread([this] { work(); });
  }
  ~Window() override { m_thread.join(); }

private:
  void work() {
    const Glib::ustring text = Glib::ustring::compose("%1 items", 12);
    gtk_label_set_text(m_label.gobj(), text.c_str());
  }

  Gtk::Label m_label;
  std::thread m_thread;
};

int main(int argc, char **argv) {
  auto app = Gtk::Application::create(argc, argv, "org.example.gobj", Gio::APPLICATION_NON_UNIQUE);
  Window window;
  return app->run(window);
}
