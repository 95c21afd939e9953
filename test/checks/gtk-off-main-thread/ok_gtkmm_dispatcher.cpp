// FLAGS: gtkmm3
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Glib::Dispatcher made on main: the worker emits, the handler runs on main.
#include <gtkmm.h>
#include <mutex>
#include <thread>

class Window : public Gtk::Window {
public:
  Window() {
    add(bar);
    show_all_children();
    progressed.connect(sigc::mem_fun(*this, &Window::on_progressed));
    worker = std::thread([this] { work(); });
  }
  ~Window() override { worker.join(); }

private:
  void work() {
    for (int i = 0; i <= 100; ++i) {
      {
        std::lock_guard<std::mutex> lock(mutex);
        fraction = i / 100.0;
      }
      progressed.emit();
    }
    progressed();
  }

  void on_progressed() {
    std::lock_guard<std::mutex> lock(mutex);
    bar.set_fraction(fraction);
  }

  Gtk::ProgressBar bar;
  Glib::Dispatcher progressed;
  std::mutex mutex;
  double fraction = 0;
  std::thread worker;
};

int main(int argc, char **argv) {
  auto app = Gtk::Application::create(argc, argv, "org.example.progress");
  Window window;
  return app->run(window);
}
