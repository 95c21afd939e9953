// FLAGS: gtk3
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A progress slot that the main thread fills for the length of one call and empties again; the worker calls through
// the same slot and finds it empty.
// CHECKS: gtk-off-main-thread
#include <gtk/gtk.h>

typedef struct {
  void (*progress)(gpointer data);
  gpointer data;
} Folder;

static Folder inbox;

static void folder_set_progress(Folder *folder, void (*progress)(gpointer), gpointer data) {
  folder->progress = progress;
  folder->data = data;
}

static void folder_scan(Folder *folder) {
  for (int i = 0; i < 100; i++)
    if (folder->progress)
      folder->progress(folder->data);
}

static void show_progress(gpointer bar) { gtk_progress_bar_pulse(GTK_PROGRESS_BAR(bar)); }

static gpointer search_thread(gpointer data) {
  folder_scan(data);
  return NULL;
}

static void on_rescan(GtkButton *button, gpointer bar) {
  (void)button;
  folder_set_progress(&inbox, show_progress, bar);
  folder_scan(&inbox);
  folder_set_progress(&inbox, NULL, NULL);
}

int main(int argc, char **argv) {
  gtk_init(&argc, &argv);
  GtkWidget *bar = gtk_progress_bar_new();
  GtkWidget *button = gtk_button_new_with_label("Rescan");
  g_signal_connect(button, "clicked", G_CALLBACK(on_rescan), bar);
  g_thread_unref(g_thread_new("search", search_thread, &inbox));
  gtk_main();
  return 0;
}
