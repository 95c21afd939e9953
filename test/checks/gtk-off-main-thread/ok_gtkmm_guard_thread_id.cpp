// FLAGS: gtkmm3
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// std::this_thread::get_id() compared with the id kept by main is a thread test.
#include <gtkmm.h>
#include <thread>

class Log {
public:
  explicit Log(Gtk::TextView &view) : view(view), owner(std::this_thread::get_id()) {
    flush.connect(sigc::mem_fun(*this, &Log::on_flush));
  }

  void write(const std::string &line) {
    if (std::this_thread::get_id() != main_id) {
      flush.emit();
      return;
    }
    view.get_buffer()->insert_at_cursor(line);
  }

  static std::thread::id main_id;

private:
  void on_flush() { view.get_buffer()->insert_at_cursor("…"); }

  Gtk::TextView &view;
  std::thread::id owner;
  Glib::Dispatcher flush;
};

std::thread::id Log::main_id;

int main(int argc, char **argv) {
  Log::main_id = std::this_thread::get_id();
  auto app = Gtk::Application::create(argc, argv, "org.example.log");
  Gtk::Window window;
  Gtk::TextView view;
  window.add(view);
  window.show_all_children();
  Log log(view);
  log.write("start\n");
  std::thread worker([&log] { log.write("worker\n"); });
  int status = app->run(window);
  worker.join();
  return status;
}
