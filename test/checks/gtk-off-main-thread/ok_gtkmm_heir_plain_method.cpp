// FLAGS: gtkmm3
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A window class's own method that touches no widget may be called in a worker: being an heir of Gtk::Window does not make
// every method a GTK call. Glib::ustring, Glib::Regex and Gio files are not GTK either.
#include <atomic>
#include <gtkmm.h>
#include <thread>

class Window : public Gtk::Window {
public:
  Window() {
    worker = std::thread([this] { count_words("one two three"); });
  }
  ~Window() override { worker.join(); }

private:
  void count_words(const Glib::ustring &text) {
    auto regex = Glib::Regex::create("\\s+");
    words = static_cast<int>(regex->split(text).size());
    auto file = Gio::File::create_for_path("words.txt");
    if (file->query_exists())
      words = 0;
  }

  std::atomic<int> words{0};
  std::thread worker;
};

int main(int argc, char **argv) {
  auto app = Gtk::Application::create(argc, argv, "org.example.words");
  Window window;
  return app->run(window);
}
