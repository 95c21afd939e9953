// FLAGS: gtk4
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A source made by hand, and an asynchronous call of GIO, are given the address of a parameter and of a local.
#include <gtk/gtk.h>

static gboolean tick(gpointer data) {
  int *left = data;
  return --*left > 0;
}

static void read_done(GObject *file, GAsyncResult *result, gpointer data) {
  gsize *length = data;
  g_file_load_contents_finish(G_FILE(file), result, NULL, length, NULL, NULL);
}

static void count_down(int from) {
  GSource *source = g_timeout_source_new(1000);
  g_source_set_callback(source, tick, &from, NULL); // EXPECT: handoff-dangling-capture
  g_source_attach(source, NULL);
  g_source_unref(source);
}

static void activate(GApplication *app, gpointer data) {
  (void)app;
  gsize length = 0;
  g_file_load_contents_async(data, NULL, read_done, &length); // EXPECT: handoff-dangling-capture
  count_down(10);
}

int main(int argc, char **argv) {
  GtkApplication *app = gtk_application_new("org.example.count", G_APPLICATION_DEFAULT_FLAGS);
  g_signal_connect(app, "activate", G_CALLBACK(activate), g_file_new_for_path("list"));
  return g_application_run(G_APPLICATION(app), argc, argv);
}
