// FLAGS: gtkmm3
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// GParted: a Glib thread uses the plain C g_idle_add with a static trampoline, because Glib::signal_idle().connect() is not thread
// safe; the static function calls the object's method on main.
#include <gtkmm.h>

class CopyBlocks {
public:
  explicit CopyBlocks(Gtk::ProgressBar &bar) : bar(bar) {}

  void start() { Glib::Threads::Thread::create(sigc::mem_fun(*this, &CopyBlocks::copy_thread)); }

private:
  void copy_thread() {
    for (done = 0; done < 100; ++done)
      g_idle_add(reinterpret_cast<GSourceFunc>(_set_progress_info), this);
  }

  static bool _set_progress_info(CopyBlocks *self) { return self->set_progress_info(); }

  bool set_progress_info() {
    bar.set_fraction(done / 100.0);
    return false;
  }

  Gtk::ProgressBar &bar;
  int done = 0;
};

int main(int argc, char **argv) {
  auto app = Gtk::Application::create(argc, argv, "org.example.copy");
  Gtk::Window window;
  Gtk::ProgressBar bar;
  window.add(bar);
  window.show_all_children();
  CopyBlocks copy(bar);
  copy.start();
  return app->run(window);
}
