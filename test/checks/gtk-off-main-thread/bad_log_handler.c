// FLAGS: gtk3
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A log handler runs on whichever thread logs.
// CHAIN: import_thread -> show_message
#include <gtk/gtk.h>

static GtkWidget *status;

static void show_message(const gchar *domain, GLogLevelFlags level, const gchar *text, gpointer label) {
  (void)domain;
  (void)level;
  gtk_label_set_text(GTK_LABEL(label), text); /* EXPECT: gtk-off-main-thread */
}

static gpointer import_thread(gpointer path) {
  gchar *content = NULL;
  if (!g_file_get_contents(path, &content, NULL, NULL))
    g_warning("cannot read %s", (const char *)path);
  g_free(content);
  return NULL;
}

int main(int argc, char **argv) {
  gtk_init(&argc, &argv);
  GtkWidget *window = gtk_window_new(GTK_WINDOW_TOPLEVEL);
  status = gtk_label_new("");
  gtk_container_add(GTK_CONTAINER(window), status);
  gtk_widget_show_all(window);
  g_log_set_default_handler(show_message, status);
  g_thread_unref(g_thread_new("import", import_thread, argv[argc - 1]));
  gtk_main();
  return 0;
}
