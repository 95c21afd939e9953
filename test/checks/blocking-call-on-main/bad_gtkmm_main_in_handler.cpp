// FLAGS: gtkmm3
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Gtk::Main::run() and iteration() in a handler are nested loops; the run() of main() is the loop itself.
#include <gtkmm.h>

class Export : public Gtk::Window {
public:
  Export() : button("Export") {
    add(button);
    button.signal_clicked().connect(sigc::mem_fun(*this, &Export::on_export));
    show_all();
  }

private:
  void on_export() {
    Gtk::Main::iteration();      // EXPECT: blocking-call-on-main
    Gtk::Main::iteration(false);
    Gtk::Main::run();            // EXPECT: blocking-call-on-main
  }

  Gtk::Button button;
};

int main(int argc, char **argv) {
  Gtk::Main kit(argc, argv);
  Export window;
  Gtk::Main::run(window);
  return 0;
}
