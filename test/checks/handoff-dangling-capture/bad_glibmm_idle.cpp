// FLAGS: gtkmm3
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Idle and timeout slots of glibmm with a local by reference, by lambda and by sigc::bind.
#include <gtkmm.h>

class Window : public Gtk::Window {
public:
  Window() {
    add(button);
    button.signal_clicked().connect(sigc::mem_fun(*this, &Window::clicked));
  }

private:
  void clicked() {
    int count = 3;
    Glib::signal_idle().connect_once([this, &count] { button.set_label(std::to_string(count)); }); // EXPECT: handoff-dangling-capture
    // EXPECT-NEXT: handoff-dangling-capture
    Glib::signal_timeout().connect(sigc::bind(sigc::mem_fun(*this, &Window::tick), sigc::ref(count)), 100);
  }
  bool tick(int &count) { return --count > 0; }
  Gtk::Button button;
};

int main(int argc, char **argv) {
  auto app = Gtk::Application::create(argc, argv, "org.example.idle");
  Window window;
  return app->run(window);
}
