// FLAGS: gtkmm24
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// gtk-084, GParted: applying the pending operations calls the partition library's resize on main; it moves data for
// minutes. Only a model can know that of a library: it stands beside the program in .offmain.yaml. Reduced to window,
// core and that call.
// CHAIN: Win_GParted::activate_apply -> GParted_Core::apply_operation -> GParted_Core::resize_using_libparted
#include "parted.h"
#include <gtkmm.h>

class GParted_Core {
public:
  bool apply_operation(const Glib::ustring &device) { return resize_using_libparted(device); }

private:
  bool resize_using_libparted(const Glib::ustring &device) {
    PedFileSystem *fs = ped_file_system_open(device.c_str());
    if (!fs)
      return false;
    bool ok = ped_file_system_resize(fs, 0); // EXPECT: blocking-call-on-main
    ped_file_system_close(fs);
    return ok;
  }
};

class Win_GParted : public Gtk::Window {
public:
  Win_GParted() : apply("Apply") {
    apply.signal_clicked().connect(sigc::mem_fun(*this, &Win_GParted::activate_apply));
    add(apply);
    show_all_children();
  }

private:
  void activate_apply() { set_title(core.apply_operation("/dev/sda1") ? "done" : "failed"); }

  GParted_Core core;
  Gtk::Button apply;
};

int main(int argc, char **argv) {
  Gtk::Main kit(argc, argv);
  Win_GParted window;
  Gtk::Main::run(window);
  return 0;
}
