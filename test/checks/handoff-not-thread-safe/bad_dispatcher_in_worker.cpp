// FLAGS: gtkmm3
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A Dispatcher belongs to the thread that made it and to the default context: the thread that shall be told has to make it.
#include <gtkmm.h>
#include <thread>

class Window : public Gtk::Window {
public:
  Window() : worker([this] { work(); }) {}
  ~Window() override { worker.join(); }

private:

  void work() {
    Glib::Dispatcher done; // EXPECT: handoff-not-thread-safe
    done.connect([this] { set_title("done"); });
    done.emit();
  }
  std::thread worker;
};

int main(int argc, char **argv) {
  auto app = Gtk::Application::create(argc, argv, "org.example.route");
  Window window;
  return app->run(window);
}
