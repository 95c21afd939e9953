// FLAGS: gtk3
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Functions of the project whose names look like the lock's are not it, nor are other deprecated GTK functions this rule's.
#include <gtk/gtk.h>

static GMutex queue_lock;

static void app_threads_enter(void) { g_mutex_lock(&queue_lock); }
static void app_threads_leave(void) { g_mutex_unlock(&queue_lock); }

#define APP_THREADS_ENTER() app_threads_enter()

int main(int argc, char **argv) {
  gtk_init(&argc, &argv);
  APP_THREADS_ENTER();
  app_threads_leave();
  GtkWidget *box = gtk_vbox_new(FALSE, 0);
  GtkWidget *window = gtk_window_new(GTK_WINDOW_TOPLEVEL);
  gtk_container_add(GTK_CONTAINER(window), box);
  gtk_widget_show_all(window);
  gtk_main();
  return 0;
}
