// FLAGS: gtk3
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A worker emits a GObject signal; the handler is connected in another unit and touches GTK. The same object has a
// second signal that is emitted on main only: its handler must stay silent, so signals may not be mixed by object.
// CHAIN: rescan_thread -> add_track -> on_track_added
#include "library.h"

static void on_track_added(MusicLibrary *library, const char *name, gpointer data) {
  (void)library;
  GtkWidget *row = gtk_label_new(name); /* EXPECT: gtk-off-main-thread */
  gtk_list_box_insert(GTK_LIST_BOX(data), row, -1); /* EXPECT: gtk-off-main-thread */
}

static void on_scan_done(MusicLibrary *library, gpointer data) {
  (void)library;
  gtk_widget_set_sensitive(GTK_WIDGET(data), TRUE);
}

int main(int argc, char **argv) {
  gtk_init(&argc, &argv);
  GtkWidget *window = gtk_window_new(GTK_WINDOW_TOPLEVEL);
  GtkWidget *list = gtk_list_box_new();
  gtk_container_add(GTK_CONTAINER(window), list);
  gtk_widget_set_sensitive(list, FALSE);
  gtk_widget_show_all(window);
  MusicLibrary *library = music_library_new();
  g_signal_connect(library, "track-added", G_CALLBACK(on_track_added), list);
  g_signal_connect(library, "scan-done", G_CALLBACK(on_scan_done), list);
  music_library_rescan(library);
  gtk_main();
  return 0;
}
