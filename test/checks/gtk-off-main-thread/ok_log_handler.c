// FLAGS: gtk3
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Log handlers: one that only the main thread's messages reach, one that posts, and one of g_print(), which no worker calls.
#include <gtk/gtk.h>

static GtkWidget *status;

static gboolean show(gpointer text) {
  gtk_label_set_text(GTK_LABEL(status), text);
  g_free(text);
  return G_SOURCE_REMOVE;
}

static void post_message(const gchar *domain, GLogLevelFlags level, const gchar *text, gpointer data) {
  (void)domain;
  (void)level;
  (void)data;
  g_idle_add(show, g_strdup(text));
}

static void guarded_message(const gchar *domain, GLogLevelFlags level, const gchar *text, gpointer label) {
  if (g_main_context_is_owner(NULL))
    gtk_label_set_text(GTK_LABEL(label), text);
  else
    g_log_default_handler(domain, level, text, NULL);
}

static void show_print(const gchar *text) { gtk_label_set_text(GTK_LABEL(status), text); }

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
  g_log_set_default_handler(post_message, NULL);
  g_log_set_handler("Gtk", G_LOG_LEVEL_MASK, guarded_message, status);
  g_set_print_handler(show_print);
  g_print("ready\n");
  g_thread_unref(g_thread_new("import", import_thread, argv[argc - 1]));
  gtk_main();
  return 0;
}
