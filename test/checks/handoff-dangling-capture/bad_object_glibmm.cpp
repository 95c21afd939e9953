// FLAGS: gtkmm3
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A lambda with this is not tracked by sigc, nor is the user data of g_timeout_add.
#include <gtkmm.h>
#include <memory>

class Preview : public Gtk::Window {
public:
  void update() {
    Glib::signal_idle().connect([this] { return redraw(); }); // EXPECT: handoff-dangling-capture
    g_timeout_add(100, [](gpointer self) -> gboolean { return static_cast<Preview *>(self)->redraw(); }, this); // EXPECT: handoff-dangling-capture
  }
  bool redraw() {
    queue_draw();
    return false;
  }

private:
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
