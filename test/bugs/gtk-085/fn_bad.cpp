// FLAGS: gtkmm24
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// gtk-085, GParted: a menu handler runs an external tool and reads its output to the end, with blocking reads from the pipe. Reduced
// to the window and the function.
// CHAIN: Win_GParted::activate_attempt_rescue -> GParted_Core::guess_partition_table
// fn_: Glib::IOChannel::read() blocks or not by the channel's flags, which are not followed (docs/limits.md).
#include <glibmm.h>
#include <gtkmm.h>

class GParted_Core {
public:
  void guess_partition_table(const Glib::ustring &device, Glib::ustring &buffer) {
    std::vector<std::string> argv;
    argv.push_back("gpart");
    argv.push_back(device);
    int out = -1;
    Glib::spawn_async_with_pipes("", argv, Glib::SPAWN_SEARCH_PATH, sigc::slot<void>(), 0, 0, &out, 0);
    Glib::RefPtr<Glib::IOChannel> channel = Glib::IOChannel::create_from_fd(out);
    Glib::ustring chunk;
    while (channel->read(chunk, 512) == Glib::IO_STATUS_NORMAL) // EXPECT: blocking-call-on-main
      buffer += chunk;
  }
};

class Win_GParted : public Gtk::Window {
public:
  Win_GParted() : item("Attempt Data Rescue") {
    item.signal_activate().connect(sigc::mem_fun(*this, &Win_GParted::activate_attempt_rescue));
    menubar.append(item);
    add(menubar);
    show_all_children();
  }

private:
  void activate_attempt_rescue() {
    Glib::ustring output;
    core.guess_partition_table("/dev/sda", output);
    set_title(output);
  }

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
