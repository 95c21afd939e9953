// FLAGS: gtkmm3
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A sigc::signal knows nothing of threads: emitted in the worker it calls the window's slot there.
// CHAIN: Model::fetch -> Window::on_changed
#include "model.h"
#include <gtkmm.h>

class Window : public Gtk::Window {
public:
  Window() {
    add(label);
    show_all_children();
    model.signal_changed().connect(sigc::mem_fun(*this, &Window::on_changed));
    model.refresh();
  }

private:
  void on_changed(const std::string &text) {
    label.set_text(text); // EXPECT: gtk-off-main-thread
  }

  Gtk::Label label;
  Model model;
};

int main(int argc, char **argv) {
  auto app = Gtk::Application::create(argc, argv, "org.example.model");
  Window window;
  return app->run(window);
}
