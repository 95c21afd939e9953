// FLAGS: gtkmm4
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// gtkmm 4 with a Dispatcher and a lambda slot; the worker touches only its own data.
#include <atomic>
#include <gtkmm.h>
#include <thread>

class Window : public Gtk::ApplicationWindow {
public:
  Window() {
    set_child(bar);
    dispatcher.connect([this] { bar.set_fraction(done / 100.0); });
    worker = std::thread([this] {
      while (done < 100) {
        ++done;
        dispatcher.emit();
      }
    });
  }
  ~Window() override { worker.join(); }

private:
  Gtk::ProgressBar bar;
  Glib::Dispatcher dispatcher;
  std::atomic<int> done{0};
  std::thread worker;
};

int main(int argc, char **argv) {
  auto app = Gtk::Application::create("org.example.done");
  return app->make_window_and_run<Window>(argc, argv);
}
