// FLAGS: gtk2
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// gtk-022, DeaDBeeF: actions are invoked on the hotkey thread and post their dialogs with g_idle_add(), in a program whose main loop
// runs within the GDK lock: the dialogs run without it and hang.
// CHECKS: gdk-lock
#include <gtk/gtk.h>


static GtkWidget *mainwin;

static gboolean open_files_cb(gpointer data) {
  GtkWidget *dialog = gtk_file_chooser_dialog_new("Open", GTK_WINDOW(mainwin), GTK_FILE_CHOOSER_ACTION_OPEN, "_Open", 1, NULL); /* EXPECT: gdk-lock */
  (void)data;
  if (gtk_dialog_run(GTK_DIALOG(dialog)) == 1)
    gtk_window_set_title(GTK_WINDOW(mainwin), "files");
  gtk_widget_destroy(dialog);
  return FALSE;
}

static gboolean add_location_cb(gpointer data) {
  gtk_dialog_run(GTK_DIALOG(data)); /* EXPECT: gdk-lock */
  return FALSE;
}

static int action_open_files(void) {
  g_idle_add(open_files_cb, NULL);
  return 0;
}

static int action_add_location(void) {
  g_idle_add(add_location_cb, mainwin);
  return 0;
}

typedef struct {
  const char *title;
  int (*callback)(void);
} Action;

static Action actions[] = {{"Open files", action_open_files}, {"Add location", action_add_location}};

static gpointer hotkeys_loop(gpointer data) {
  int n = GPOINTER_TO_INT(data);
  actions[n & 1].callback();
  return NULL;
}

static gpointer gtkui_thread(gpointer data) {
  (void)data;
  gdk_threads_init();
  gdk_threads_enter();
  gtk_init(NULL, NULL);
  mainwin = gtk_window_new(GTK_WINDOW_TOPLEVEL);
  gtk_widget_show(mainwin);
  gtk_main();
  gdk_threads_leave();
  return NULL;
}

int main(int argc, char **argv) {
  (void)argv;
  GThread *ui = g_thread_create(gtkui_thread, NULL, TRUE, NULL);
  g_thread_create(hotkeys_loop, GINT_TO_POINTER(argc), FALSE, NULL);
  g_thread_join(ui);
  return 0;
}
