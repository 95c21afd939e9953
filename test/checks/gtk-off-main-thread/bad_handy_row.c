// FLAGS: handy
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// libhandy belongs to the GTK family.
// CHAIN: check_updates
#include <handy.h>

static gpointer check_updates(gpointer row) {
  g_usleep(G_USEC_PER_SEC);
  hdy_action_row_set_subtitle(row, "3 updates"); /* EXPECT: gtk-off-main-thread */
  return NULL;
}

int main(int argc, char **argv) {
  gtk_init(&argc, &argv);
  hdy_init();
  GtkWidget *window = hdy_window_new();
  GtkWidget *row = hdy_action_row_new();
  gtk_container_add(GTK_CONTAINER(window), row);
  gtk_widget_show_all(window);
  g_thread_unref(g_thread_new("updates", check_updates, row));
  gtk_main();
  return 0;
}
