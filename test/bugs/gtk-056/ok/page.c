// FLAGS: gtk3
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// gtk-056, Rhythmbox: the MTP device thread takes tasks from a queue and calls their callback, stored as a generic function pointer;
// the source's callback sets a property whose notify handler is the display page. (The fixed source sets it in an idle callback.)
#include "source.h"

static void on_load_status(GObject *source, GParamSpec *pspec, gpointer spinner) {
  (void)source;
  (void)pspec;
  gtk_spinner_stop(GTK_SPINNER(spinner));
}

int main(int argc, char **argv) {
  gtk_init(&argc, &argv);
  GtkWidget *window = gtk_window_new(GTK_WINDOW_TOPLEVEL);
  GtkWidget *spinner = gtk_spinner_new();
  gtk_container_add(GTK_CONTAINER(window), spinner);
  gtk_widget_show_all(window);
  MtpSource *source = g_object_new(mtp_source_get_type(), NULL);
  g_signal_connect(source, "notify::load-status", G_CALLBACK(on_load_status), spinner);
  mtp_source_load(source);
  gtk_main();
  return 0;
}
