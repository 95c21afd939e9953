// FLAGS: gtk2
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// gtk-098, Sylpheed: the watch of the child that looks for a newer version shows a dialog without the GDK lock: a freeze.
// CHECKS: gdk-lock
// CHAIN: update_check_cb -> update_dialog -> alertpanel
#include <gtk/gtk.h>


static GtkWidget *window;

static int alertpanel(const char *title, const char *text) {
  GtkWidget *dialog = gtk_message_dialog_new(GTK_WINDOW(window), 0, GTK_MESSAGE_INFO, GTK_BUTTONS_YES_NO, "%s: %s", title, text); /* EXPECT: gdk-lock */
  int answer = gtk_dialog_run(GTK_DIALOG(dialog));
  gtk_widget_destroy(dialog);
  return answer;
}

static void update_dialog(const char *version) { alertpanel("Update", version); }

static void update_check_cb(GPid pid, gint status, gpointer data) {
  g_spawn_close_pid(pid);
  if (status == 0)
    update_dialog(data);
}

static gboolean update_check(gpointer data) {
  GPid pid = 0;
  char *command[] = {"curl", "--silent", "version.txt", NULL};
  (void)data;
  if (g_spawn_async(NULL, command, NULL, G_SPAWN_SEARCH_PATH | G_SPAWN_DO_NOT_REAP_CHILD, NULL, NULL, &pid, NULL))
    g_child_watch_add(pid, update_check_cb, "3.0");
  return FALSE;
}

int main(int argc, char **argv) {
  gdk_threads_init();
  gtk_init(&argc, &argv);
  window = gtk_window_new(GTK_WINDOW_TOPLEVEL);
  g_timeout_add(1000, update_check, NULL);
  gdk_threads_enter();
  gtk_main();
  gdk_threads_leave();
  return 0;
}
