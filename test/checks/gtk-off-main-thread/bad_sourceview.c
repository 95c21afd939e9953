// FLAGS: sourceview
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// GtkSourceView belongs to the GTK family.
// CHAIN: detect_language
#include <gtksourceview/gtksource.h>

static gpointer detect_language(gpointer buffer) {
  GtkSourceLanguageManager *manager = gtk_source_language_manager_get_default(); /* EXPECT: gtk-off-main-thread */
  GtkSourceLanguage *c = gtk_source_language_manager_get_language(manager, "c"); /* EXPECT: gtk-off-main-thread */
  gtk_source_buffer_set_language(buffer, c); /* EXPECT: gtk-off-main-thread */
  return NULL;
}

int main(int argc, char **argv) {
  gtk_init(&argc, &argv);
  GtkWidget *window = gtk_window_new(GTK_WINDOW_TOPLEVEL);
  GtkSourceBuffer *buffer = gtk_source_buffer_new(NULL);
  gtk_container_add(GTK_CONTAINER(window), gtk_source_view_new_with_buffer(buffer));
  gtk_widget_show_all(window);
  g_thread_unref(g_thread_new("detect", detect_language, buffer));
  gtk_main();
  return 0;
}
