// FLAGS: gtkmm3
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// sigc::mem_fun of a trackable goes with it; the others are disconnected or removed in the destructor.
#include <gtkmm.h>
#include <memory>

class Preview : public Gtk::Window {
public:
  ~Preview() override {
    later.disconnect();
    g_source_remove(id);
  }
  void update() {
    Glib::signal_idle().connect(sigc::mem_fun(*this, &Preview::redraw));
    later = Glib::signal_timeout().connect([this] { return redraw(); }, 100);
    id = g_timeout_add(100, [](gpointer self) -> gboolean { return static_cast<Preview *>(self)->redraw(); }, this);
  }
  bool redraw() {
    queue_draw();
    return false;
  }

private:
  sigc::connection later;
  guint id = 0;
};

class Window : public Gtk::Window {
public:
  Window() {
    add(button);
    button.signal_clicked().connect(sigc::mem_fun(*this, &Window::clicked));
  }

private:
  void clicked() {
    preview.reset(new Preview);
    preview->update();
  }
  Gtk::Button button;
  std::unique_ptr<Preview> preview;
};

int main(int argc, char **argv) {
  auto app = Gtk::Application::create(argc, argv, "org.example.preview");
  Window window;
  return app->run(window);
}
