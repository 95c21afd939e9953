// FLAGS: gtkmm3
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// MainContext::invoke() with a method of a sigc::trackable.
#include <gtkmm.h>
#include <thread>

class Window : public Gtk::Window {
public:
  Window() : worker([this] { work(); }) {}
  ~Window() override { worker.join(); }

private:

  void work() {
    auto context = Glib::MainContext::get_default();
    context->invoke(sigc::mem_fun(*this, &Window::done)); // EXPECT: handoff-not-thread-safe
  }
  bool done() { return false; }
  std::thread worker;
};

int main(int argc, char **argv) {
  auto app = Gtk::Application::create(argc, argv, "org.example.route");
  Window window;
  return app->run(window);
}
