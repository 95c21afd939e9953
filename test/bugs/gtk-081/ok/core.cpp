// FLAGS: gtkmm24
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// gtk-081, GParted, fixed: on main the dialog is run at once, elsewhere it is posted with g_idle_add and the worker waits for the
// answer. (That a dialog runs a nested loop on main is not this test's question.)
// CHECKS: gtk-off-main-thread,gdk-threads-deprecated,main-loop-off-main-thread
#include "parted.h"
#include <gtkmm.h>

static Glib::Thread *mainthread;

struct PedExceptionMsg {
  PedException *exception;
  int answer;
  bool done;
  Glib::Mutex mutex;
  Glib::Cond cond;
};

static int show_exception(PedException *exception) {
  Gtk::MessageDialog dialog(exception->message, false, Gtk::MESSAGE_ERROR, Gtk::BUTTONS_YES_NO, true);
  return dialog.run() == Gtk::RESPONSE_YES;
}

static gboolean show_exception_idle(gpointer data) {
  PedExceptionMsg *msg = static_cast<PedExceptionMsg *>(data);
  msg->answer = show_exception(msg->exception);
  msg->mutex.lock();
  msg->done = true;
  msg->cond.signal();
  msg->mutex.unlock();
  return FALSE;
}

class Core {
public:
  Core() { ped_exception_set_handler(&Core::ped_exception_handler); }
  void apply() { Glib::Thread::create(sigc::mem_fun(*this, &Core::apply_thread), false); }

private:
  void apply_thread() { ped_disk_commit(); }

  static int ped_exception_handler(PedException *exception) {
    if (Glib::Thread::self() != mainthread) {
      PedExceptionMsg msg;
      msg.exception = exception;
      msg.done = false;
      msg.mutex.lock();
      g_idle_add(show_exception_idle, &msg);
      while (!msg.done)
        msg.cond.wait(msg.mutex);
      msg.mutex.unlock();
      return msg.answer;
    }
    return show_exception(exception);
  }
};

int main(int argc, char **argv) {
  Glib::thread_init();
  mainthread = Glib::Thread::self();
  Gtk::Main kit(argc, argv);
  Gtk::Window window;
  Gtk::Button button("Apply");
  window.add(button);
  window.show_all_children();
  Core core;
  button.signal_clicked().connect(sigc::mem_fun(core, &Core::apply));
  Gtk::Main::run(window);
  return 0;
}
