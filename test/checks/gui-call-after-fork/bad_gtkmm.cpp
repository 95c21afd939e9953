// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// FLAGS: gtkmm3
// vfork in a handler; the child may not even return, let alone draw.
#include <gtkmm.h>
#include <unistd.h>

class Window : public Gtk::Window {
public:
  Window() {
    Run.signal_clicked().connect(sigc::mem_fun(*this, &Window::run));
    add(Run);
  }

private:
  void run() {
    Child = vfork();
    if (Child != 0) {
      Run.set_label("running");
      return;
    }
    set_title("child"); // EXPECT: gui-call-after-fork
    execl("/bin/true", "true", static_cast<char *>(nullptr));
    _exit(1);
  }
  Gtk::Button Run;
  pid_t Child = -1;
};

int main(int argc, char **argv) {
  auto App = Gtk::Application::create(argc, argv, "org.example.fork");
  Window W;
  return App->run(W);
}
