// FLAGS: gtkmm3
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// From handlers, the constructor and an idle function, all on the main thread, every route is safe.
#include <gtkmm.h>

class Window : public Gtk::Window {
public:
  Window() {
    add(button);
    button.signal_clicked().connect(sigc::mem_fun(*this, &Window::clicked));
    Glib::signal_timeout().connect(sigc::mem_fun(*this, &Window::tick), 1000);
    done.connect(sigc::mem_fun(*this, &Window::clicked));
  }

private:
  void clicked() {
    Glib::signal_idle().connect([this] { return tick(); });
    Glib::signal_idle().connect_once(sigc::mem_fun(*this, &Window::clicked));
  }
  bool tick() {
    Glib::signal_idle().connect(sigc::mem_fun(*this, &Window::tick));
    return true;
  }
  Gtk::Button button;
  Glib::Dispatcher done;
};

int main(int argc, char **argv) {
  auto app = Gtk::Application::create(argc, argv, "org.example.route");
  Window window;
  return app->run(window);
}
