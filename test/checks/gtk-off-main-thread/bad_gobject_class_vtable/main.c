// FLAGS: gtk3
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A GObject class method that a subclass overrides in its class_init: the worker calls the public wrapper of the base
// class, the override touches GTK.
// CHAIN: worker_main -> log_sink_write -> view_sink_write_line
#include "sink.h"

static gpointer worker_main(gpointer data) {
  LogSink *sink = data;
  log_sink_write(sink, "started\n");
  return NULL;
}

int main(int argc, char **argv) {
  gtk_init(&argc, &argv);
  GtkWidget *window = gtk_window_new(GTK_WINDOW_TOPLEVEL);
  GtkWidget *view = gtk_text_view_new();
  gtk_container_add(GTK_CONTAINER(window), view);
  gtk_widget_show_all(window);
  ViewSink *sink = view_sink_new(gtk_text_view_get_buffer(GTK_TEXT_VIEW(view)));
  g_thread_unref(g_thread_new("worker", worker_main, sink));
  gtk_main();
  return 0;
}
