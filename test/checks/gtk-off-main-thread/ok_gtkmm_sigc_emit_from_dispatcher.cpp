// FLAGS: gtkmm3
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The same signal emitted from a Dispatcher's handler is emitted on main.
#include <gtkmm.h>
#include <thread>

class Model {
public:
  Model() { ready.connect(sigc::mem_fun(*this, &Model::publish)); }
  ~Model() {
    if (thread.joinable())
      thread.join();
  }
  sigc::signal<void> &signal_changed() { return changed; }
  void refresh() {
    thread = std::thread([this] { ready.emit(); });
  }

private:
  void publish() { changed.emit(); }

  sigc::signal<void> changed;
  Glib::Dispatcher ready;
  std::thread thread;
};

class Window : public Gtk::Window {
public:
  Window() {
    add(label);
    show_all_children();
    model.signal_changed().connect([this] { label.set_text("changed"); });
    model.refresh();
  }

private:
  Gtk::Label label;
  Model model;
};

int main(int argc, char **argv) {
  auto app = Gtk::Application::create(argc, argv, "org.example.model");
  Window window;
  return app->run(window);
}
