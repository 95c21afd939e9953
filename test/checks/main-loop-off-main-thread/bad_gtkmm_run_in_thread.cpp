// FLAGS: gtkmm3
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// gtkmm: Gtk::Application::run in a std::thread.
// CHECKS: main-loop-off-main-thread
// CHAIN: run_gui
#include <gtkmm.h>
#include <thread>

static void run_gui() {
  auto app = Gtk::Application::create("org.example.side");
  Gtk::Window window;
  app->run(window); // EXPECT: main-loop-off-main-thread
}

int main() {
  std::thread gui(run_gui);
  gui.join();
  return 0;
}
