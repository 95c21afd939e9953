// FLAGS: gtkmm3
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// gtkmm: Gtk::Application::run in a std::thread, on an application that main made.
// CHECKS: main-loop-off-main-thread
// CHAIN: run_gui
#include <gtkmm.h>
#include <thread>

static Glib::RefPtr<Gtk::Application> app;

static void run_gui() {
  Gtk::Window window;
  app->run(window); // EXPECT: main-loop-off-main-thread
}

int main() {
  app = Gtk::Application::create("org.example.side");
  std::thread gui(run_gui);
  gui.join();
  return 0;
}
