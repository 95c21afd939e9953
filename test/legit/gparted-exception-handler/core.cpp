// FLAGS: gtkmm3
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// GParted: the partition library's exception handler. Not on the main thread it posts with g_idle_add and waits on a condition; on the
// main thread it calls the dialog code directly. Both branches are right.
// CHECKS: gtk-off-main-thread,main-loop-off-main-thread
#include <gtkmm.h>
#include <thread>

extern "C" {
typedef struct {
  const char *message;
} PedException;
typedef int PedExceptionOption;
typedef PedExceptionOption (*PedExceptionHandler)(PedException *);
}

static PedExceptionHandler library_handler;
static void ped_exception_set_handler(PedExceptionHandler handler) { library_handler = handler; }
static bool ped_device_open() {
  PedException exception = {"busy"};
  return library_handler(&exception) != 0;
}

static Glib::Threads::Thread *mainthread;

struct PedExceptionMsg {
  PedException *e = nullptr;
  PedExceptionOption ret = 0;
  bool done = false;
  Glib::Threads::Mutex lock;
  Glib::Threads::Cond cond;
};

static gboolean _ped_exception_handler(PedExceptionMsg *msg) {
  Gtk::MessageDialog dialog(msg->e->message, false, Gtk::MESSAGE_ERROR, Gtk::BUTTONS_OK, true);
  msg->ret = dialog.run() == Gtk::RESPONSE_OK;
  msg->lock.lock();
  msg->done = true;
  msg->cond.signal();
  msg->lock.unlock();
  return FALSE;
}

class GParted_Core {
public:
  GParted_Core() { ped_exception_set_handler(ped_exception_handler); }

  void set_devices_thread() { ped_device_open(); }
  void on_refresh() {
    ped_device_open();
    Glib::Threads::Thread::create(sigc::mem_fun(*this, &GParted_Core::set_devices_thread));
  }

private:
  static PedExceptionOption ped_exception_handler(PedException *e) {
    PedExceptionMsg msg;
    msg.e = e;
    if (mainthread != Glib::Threads::Thread::self()) {
      msg.lock.lock();
      g_idle_add(reinterpret_cast<GSourceFunc>(_ped_exception_handler), &msg);
      while (!msg.done)
        msg.cond.wait(msg.lock);
      msg.lock.unlock();
    } else {
      _ped_exception_handler(&msg);
    }
    return msg.ret;
  }
};

int main(int argc, char **argv) {
  mainthread = Glib::Threads::Thread::self();
  auto app = Gtk::Application::create(argc, argv, "org.example.disks");
  Gtk::Window window;
  Gtk::Button refresh("Refresh");
  window.add(refresh);
  window.show_all_children();
  GParted_Core core;
  refresh.signal_clicked().connect(sigc::mem_fun(core, &GParted_Core::on_refresh));
  return app->run(window);
}
