// FLAGS: gtkmm3
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A std::thread runs a lambda that captured this; the label is a member.
#include <gtkmm.h>
#include <thread>

class Window : public Gtk::Window {
public:
  Window() {
    add(label);
    label.set_text("working");
    show_all_children();
    worker = std::thread([this] {
      int sum = 0;
      for (int i = 0; i < 1000; ++i)
        sum += i;
      label.set_text(Glib::ustring::format(sum)); // EXPECT: gtk-off-main-thread
    });
  }
  ~Window() override { worker.join(); }

private:
  Gtk::Label label;
  std::thread worker;
};

int main(int argc, char **argv) {
  auto app = Gtk::Application::create(argc, argv, "org.example.sum");
  Window window;
  return app->run(window);
}
