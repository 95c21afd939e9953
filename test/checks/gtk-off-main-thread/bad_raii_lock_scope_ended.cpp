// FLAGS: gtk3
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The RAII lock's scope ends before the second call: the destructor is a call to leave.
// CHECKS: gtk-off-main-thread
// CHAIN: count
#include <gtk/gtk.h>
#include <thread>

namespace {
struct GdkLock {
  GdkLock() { gdk_threads_enter(); }
  ~GdkLock() { gdk_threads_leave(); }
};

GtkWidget *label, *bar;

void count() {
  for (int i = 0; i < 10; ++i) {
    {
      GdkLock lock;
      gtk_label_set_text(GTK_LABEL(label), "counting");
    }
    gtk_progress_bar_pulse(GTK_PROGRESS_BAR(bar)); // EXPECT: gtk-off-main-thread
  }
}
} // namespace

int main(int argc, char **argv) {
  gdk_threads_init();
  gtk_init(&argc, &argv);
  GtkWidget *window = gtk_window_new(GTK_WINDOW_TOPLEVEL);
  GtkWidget *box = gtk_box_new(GTK_ORIENTATION_VERTICAL, 0);
  label = gtk_label_new("");
  bar = gtk_progress_bar_new();
  gtk_container_add(GTK_CONTAINER(box), label);
  gtk_container_add(GTK_CONTAINER(box), bar);
  gtk_container_add(GTK_CONTAINER(window), box);
  gtk_widget_show_all(window);
  std::thread(count).detach();
  gdk_threads_enter();
  gtk_main();
  gdk_threads_leave();
  return 0;
}
