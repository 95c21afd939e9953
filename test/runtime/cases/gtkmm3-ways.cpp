// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// gtkmm wraps GTK: the report is at the program's line, not in the wrapper. A Dispatcher is the right way.
#include <gtkmm.h>
#include <thread>

int main(int argc, char **argv) {
  auto app = Gtk::Application::create(argc, argv, "org.example.ways", Gio::APPLICATION_NON_UNIQUE);
  Gtk::Window window;
  Gtk::Label label;
  window.add(label);
  window.show_all();
  Glib::Dispatcher done;
  done.connect([&] {
    label.set_text("right");
    Glib::signal_timeout().connect_once([&] { window.hide(); }, 200);
  });
  auto text = label.property_label();
  std::thread worker([&] {
    label.set_text("wrong");                 // EXPECT(gtk-off-main-thread *) direct
    text = "by property";                    // EXPECT(gtk-off-main-thread *) property
    Gtk::Widget &widget = label;
    widget.show();                           // EXPECT(gtk-off-main-thread *) virtual
    done.emit();
  });
  int result = app->run(window);
  worker.join();
  return result;
}
