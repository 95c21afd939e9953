// FLAGS: gtkmm24
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// gtk-084, GParted, fixed: the resize runs in a Glib thread that ends with g_idle_add. (The project keeps the handler
// waiting in a nested loop until then, which the same rule notes; here the idle callback finishes the operation.)
#include "parted.h"
#include <gtkmm.h>

class GParted_Core {
public:
  sigc::signal<void, bool> signal_applied;

  void apply_operation(const Glib::ustring &name) {
    device = name;
    Glib::Thread::create(sigc::mem_fun(*this, &GParted_Core::resize_thread), false);
  }

private:
  void resize_thread() {
    ok = false;
    if (PedFileSystem *fs = ped_file_system_open(device.c_str())) {
      ok = ped_file_system_resize(fs, 0);
      ped_file_system_close(fs);
    }
    g_idle_add(on_resized, this);
  }

  static gboolean on_resized(gpointer data) {
    GParted_Core *core = static_cast<GParted_Core *>(data);
    core->signal_applied.emit(core->ok);
    return FALSE;
  }

  Glib::ustring device;
  bool ok;
};

class Win_GParted : public Gtk::Window {
public:
  Win_GParted() : apply("Apply") {
    apply.signal_clicked().connect(sigc::mem_fun(*this, &Win_GParted::activate_apply));
    core.signal_applied.connect(sigc::mem_fun(*this, &Win_GParted::on_applied));
    add(apply);
    show_all_children();
  }

private:
  void activate_apply() { core.apply_operation("/dev/sda1"); }
  void on_applied(bool ok) { set_title(ok ? "done" : "failed"); }

  GParted_Core core;
  Gtk::Button apply;
};

int main(int argc, char **argv) {
  Glib::thread_init();
  Gtk::Main kit(argc, argv);
  Win_GParted window;
  Gtk::Main::run(window);
  return 0;
}
