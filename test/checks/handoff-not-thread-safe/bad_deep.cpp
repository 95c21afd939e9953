// FLAGS: gtkmm3
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Three calls below the thread, in a class that knows of no thread.
// CHAIN: Window::work -> Scanner::scan -> Scanner::file -> Scanner::report
#include <gtkmm.h>
#include <thread>

class Scanner {
public:
  void scan() {
    for (int i = 0; i < 10; ++i)
      file(i);
  }

private:
  void file(int i) {
    if (i % 5 == 0)
      report(i);
  }
  void report(int i) {
    Glib::signal_idle().connect([i] { return i < 0; }); // EXPECT: handoff-not-thread-safe
  }
};

class Window : public Gtk::Window {
public:
  Window() : worker([this] { work(); }) {}
  ~Window() override { worker.join(); }

private:

  void work() { scanner.scan(); }
  Scanner scanner;
  std::thread worker;
};

int main(int argc, char **argv) {
  auto app = Gtk::Application::create(argc, argv, "org.example.route");
  Window window;
  return app->run(window);
}
