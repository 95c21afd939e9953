// FLAGS: gtkmm3
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A thread with a context and a loop of its own gives its Dispatcher that context.
#include <gtkmm.h>
#include <thread>

class Window : public Gtk::Window {
public:
  Window() : worker([this] { work(); }) {}
  ~Window() override { worker.join(); }

private:

  void work() {
    auto context = Glib::MainContext::create();
    Glib::Dispatcher wake(context);
    auto loop = Glib::MainLoop::create(context);
    wake.connect([loop] { loop->quit(); });
    wake.emit();
    loop->run();
  }
  std::thread worker;
};

int main(int argc, char **argv) {
  auto app = Gtk::Application::create(argc, argv, "org.example.route");
  Window window;
  return app->run(window);
}
