// FLAGS: gtkmm3
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Asking a future with a zero timeout does not wait; get() stands only where the future was asked to be ready.
#include <future>
#include <gtkmm.h>

class Window : public Gtk::Window {
public:
  Window() : result(std::async(std::launch::async, [] { return 42; })) {
    add(label);
    show_all_children();
    Glib::signal_timeout().connect(sigc::mem_fun(*this, &Window::on_poll), 200);
  }

private:
  bool on_poll() {
    if (result.wait_for(std::chrono::seconds(0)) != std::future_status::ready)
      return true;
    label.set_text("ready");
    return false;
  }

  Gtk::Label label;
  std::future<int> result;
};

int main(int argc, char **argv) {
  auto app = Gtk::Application::create(argc, argv, "org.example.future");
  Window window;
  return app->run(window);
}
