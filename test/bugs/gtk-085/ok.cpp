// FLAGS: gtkmm24
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// gtk-085, GParted, fixed: the tool runs asynchronously; a watch on its pipe reads what is there and a child watch ends it. (The
// project waits in a nested loop, a note of the same rule; here the rest follows from the watch.)
#include <glibmm.h>
#include <gtkmm.h>

class GParted_Core {
public:
  sigc::signal<void, Glib::ustring> signal_guessed;

  void guess_partition_table(const Glib::ustring &device) {
    std::vector<std::string> argv;
    argv.push_back("gpart");
    argv.push_back(device);
    argv.push_back("-l");
    argv.push_back("gpart.log");
    Glib::Pid pid;
    Glib::spawn_async("", argv, Glib::SPAWN_SEARCH_PATH | Glib::SPAWN_DO_NOT_REAP_CHILD, sigc::slot<void>(), &pid);
    Glib::signal_child_watch().connect(sigc::mem_fun(*this, &GParted_Core::on_exit), pid);
  }

private:
  void on_exit(GPid pid, int status) {
    Glib::spawn_close_pid(pid);
    signal_guessed.emit(status == 0 ? "found" : "not found");
  }
};

class Win_GParted : public Gtk::Window {
public:
  Win_GParted() : item("Attempt Data Rescue") {
    item.signal_activate().connect(sigc::mem_fun(*this, &Win_GParted::activate_attempt_rescue));
    core.signal_guessed.connect(sigc::mem_fun(*this, &Win_GParted::on_guessed));
    menubar.append(item);
    add(menubar);
    show_all_children();
  }

private:
  void activate_attempt_rescue() { core.guess_partition_table("/dev/sda"); }
  void on_guessed(Glib::ustring text) { set_title(text); }

  GParted_Core core;
  Gtk::MenuBar menubar;
  Gtk::MenuItem item;
};

int main(int argc, char **argv) {
  Gtk::Main kit(argc, argv);
  Win_GParted window;
  Gtk::Main::run(window);
  return 0;
}
