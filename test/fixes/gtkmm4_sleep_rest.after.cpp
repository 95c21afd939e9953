// FLAGS: gtkmm4
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// gtkmm 4, where the sleep is that of the C++ library.
#include <chrono>
#include <gtkmm.h>
#include <thread>

class Window : public Gtk::Window {
public:
  Window() {
    set_child(button);
    button.signal_clicked().connect([this] { on_clicked(button); });
    button.signal_map().connect(sigc::mem_fun(*this, &Window::on_shown));
  }

private:
  void on_clicked(Gtk::Button &which) {
    std::this_thread::sleep_for(std::chrono::milliseconds(300)); // ADVICE: also called by
    which.set_label("done");
  }
  void on_shown() {
    Gtk::Button *first = &button;
    Glib::signal_timeout().connect_once(sigc::track_object([this, first] {
      first->set_label("shown");
      queue_draw();
    }, *this, *first), std::chrono::milliseconds(300).count());
  }
  Gtk::Button button;
};

int main(int argc, char **argv) {
  auto app = Gtk::Application::create("org.example.sleep");
  return app->make_window_and_run<Window>(argc, argv);
}
