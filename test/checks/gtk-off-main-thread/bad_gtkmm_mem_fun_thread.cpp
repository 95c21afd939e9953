// FLAGS: gtkmm3
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Glib::Threads::Thread::create with sigc::mem_fun, and once more with sigc::bind around it.
// CHAIN: Scanner::run -> Scanner::report
#include <gtkmm.h>

class Scanner {
public:
  explicit Scanner(Gtk::Statusbar &bar) : bar(bar) {}

  void start() {
    Glib::Threads::Thread::create(sigc::mem_fun(*this, &Scanner::run));
    Glib::Threads::Thread::create(sigc::bind(sigc::mem_fun(*this, &Scanner::run_depth), 3));
  }

private:
  void run() { report("scanning"); }

  void run_depth(int depth) {
    if (depth > 2)
      bar.remove_all_messages(); // EXPECT: gtk-off-main-thread
  }

  void report(const Glib::ustring &text) {
    bar.push(text); // EXPECT: gtk-off-main-thread
  }

  Gtk::Statusbar &bar;
};

int main(int argc, char **argv) {
  auto app = Gtk::Application::create(argc, argv, "org.example.scan");
  Gtk::Window window;
  Gtk::Statusbar bar;
  window.add(bar);
  window.show_all_children();
  Scanner scanner(bar);
  scanner.start();
  return app->run(window);
}
