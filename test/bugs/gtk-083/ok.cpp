// FLAGS: gtkmm3
// CHECKS: handoff-*
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// gtk-083, GParted, fixed: nothing of the object is touched after the last emission.
#include <gtkmm.h>
#include <string>

class PipeCapture {
public:
  explicit PipeCapture(int fd) : channel(g_io_channel_unix_new(fd)) {}
  ~PipeCapture() {
    if (source)
      g_source_remove(source);
    g_io_channel_unref(channel);
  }
  void connect_signal() {
    source = g_io_add_watch(channel, GIOCondition(G_IO_IN | G_IO_HUP), &PipeCapture::on_readable, this);
  }
  sigc::signal<void> signal_eof;

private:
  static gboolean on_readable(GIOChannel *, GIOCondition, gpointer data) {
    return static_cast<PipeCapture *>(data)->read();
  }
  bool read() {
    gunichar c;
    if (g_io_channel_read_unichar(channel, &c, nullptr) == G_IO_STATUS_NORMAL) {
      text.push_back(char(c));
      return true;
    }
    source = 0;
    signal_eof();
    return false;
  }
  GIOChannel *channel;
  guint source = 0;
  std::string text;
};

class Command {
public:
  void run(int fd) {
    PipeCapture output(fd);
    output.signal_eof.connect(sigc::mem_fun(*this, &Command::finished));
    output.connect_signal();
    Glib::Threads::Mutex::Lock lock(mutex);
    while (!done)
      wake.wait(mutex);
  }

private:
  void finished() {
    Glib::Threads::Mutex::Lock lock(mutex);
    done = true;
    wake.signal();
  }
  Glib::Threads::Mutex mutex;
  Glib::Threads::Cond wake;
  bool done = false;
};

static void scan() {
  Command command;
  command.run(0);
}

int main(int argc, char **argv) {
  Gtk::Main kit(argc, argv);
  Glib::Threads::Thread::create(sigc::ptr_fun(&scan));
  Gtk::Window window;
  kit.run(window);
  return 0;
}
