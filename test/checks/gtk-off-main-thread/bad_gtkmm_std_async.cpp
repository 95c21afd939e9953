// FLAGS: gtkmm3
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// std::async with launch::async runs its function on another thread; with launch::deferred it runs where it is waited for.
// CHAIN: Search::search
#include <future>
#include <gtkmm.h>

class Search {
public:
  explicit Search(Gtk::Spinner &spinner) : spinner(spinner) {}

  void start() { result = std::async(std::launch::async, &Search::search, this); }

private:
  int search() {
    spinner.start(); // EXPECT: gtk-off-main-thread
    return 42;
  }

  Gtk::Spinner &spinner;
  std::future<int> result;
};

int main(int argc, char **argv) {
  auto app = Gtk::Application::create(argc, argv, "org.example.search");
  Gtk::Window window;
  Gtk::Spinner spinner;
  window.add(spinner);
  window.show_all_children();
  Search search(spinner);
  search.start();
  return app->run(window);
}
