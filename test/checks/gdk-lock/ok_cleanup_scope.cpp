// FLAGS: gtk3
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A lock class with a member that gives the lock up for a while, and one that is held in an optional: what the scope ends, it gives back.
// CHECKS: gdk-lock
#include <gtk/gtk.h>
#include <memory>
#include <thread>

namespace {
GtkWidget *label;

class GdkLock {
public:
  GdkLock() { gdk_threads_enter(); }
  ~GdkLock() {
    if (held)
      gdk_threads_leave();
  }
  GdkLock(const GdkLock &) = delete;
  GdkLock &operator=(const GdkLock &) = delete;
  void release() {
    gdk_threads_leave();
    held = false;
  }

private:
  bool held = true;
};

int show(int n) {
  GdkLock lock;
  if (n == 0)
    return 0;
  for (int i = 0; i < n; ++i) {
    if (i == 3)
      return i;
    gtk_label_set_text(GTK_LABEL(label), "n");
  }
  lock.release();
  return n;
}

void later(int n) {
  auto lock = std::make_unique<GdkLock>();
  gtk_label_set_text(GTK_LABEL(label), n ? "later" : "now");
}
} // namespace

int main(int argc, char **argv) {
  gdk_threads_init();
  gtk_init(&argc, &argv);
  label = gtk_label_new("");
  std::thread([] {
    show(2);
    later(1);
  }).detach();
  gdk_threads_enter();
  gtk_main();
  gdk_threads_leave();
  return 0;
}
