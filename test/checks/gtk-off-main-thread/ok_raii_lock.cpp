// FLAGS: gtk3
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A C++ class that takes the GDK lock in its constructor and gives it back in its destructor.
// CHECKS: gtk-off-main-thread
#include <gtk/gtk.h>
#include <string>
#include <thread>

namespace {
class GdkLock {
public:
  GdkLock() { gdk_threads_enter(); }
  ~GdkLock() { gdk_threads_leave(); }
  GdkLock(const GdkLock &) = delete;
  GdkLock &operator=(const GdkLock &) = delete;
};

GtkWidget *label;

void show(int n) {
  std::string text = std::to_string(n);
  GdkLock lock;
  if (n > 5)
    return;
  gtk_label_set_text(GTK_LABEL(label), text.c_str());
}

void count() {
  for (int i = 0; i < 10; ++i)
    show(i);
}
} // namespace

int main(int argc, char **argv) {
  gdk_threads_init();
  gtk_init(&argc, &argv);
  GtkWidget *window = gtk_window_new(GTK_WINDOW_TOPLEVEL);
  label = gtk_label_new("");
  gtk_container_add(GTK_CONTAINER(window), label);
  gtk_widget_show_all(window);
  std::thread(count).detach();
  gdk_threads_enter();
  gtk_main();
  gdk_threads_leave();
  return 0;
}
