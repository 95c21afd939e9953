// FLAGS: gtk3
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The whole GUI is started in a thread while main goes on with something else: gtk_init and gtk_main belong to main.
// CHECKS: main-loop-off-main-thread
// CHAIN: gui_thread
#include <gtk/gtk.h>

static gpointer gui_thread(gpointer data) {
  (void)data;
  gtk_init(NULL, NULL); /* EXPECT: main-loop-off-main-thread */
  GtkWidget *window = gtk_window_new(GTK_WINDOW_TOPLEVEL);
  gtk_widget_show(window);
  gtk_main(); /* EXPECT: main-loop-off-main-thread */
  return NULL;
}

int main(void) {
  GThread *thread = g_thread_new("gui", gui_thread, NULL);
  for (int i = 0; i < 10; i++)
    g_usleep(100000);
  g_thread_join(thread);
  return 0;
}
