// FLAGS: gtk2
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// gtk-097, Sylpheed: commands from a second instance come through a socket; the watch opens windows without the GDK lock. (The lock is
// recursive here, which makes nesting legal, not doing without.)
// CHECKS: gdk-lock
// CHAIN: lock_socket_input_cb -> main_window_popup
#include "windows.h"

static GRecMutex mutex;
static void thread_enter(void) { g_rec_mutex_lock(&mutex); }
static void thread_leave(void) { g_rec_mutex_unlock(&mutex); }

static gboolean lock_socket_input_cb(GIOChannel *source, GIOCondition condition, gpointer data) {
  gchar *line = NULL;
  (void)condition;
  (void)data;
  if (g_io_channel_read_line(source, &line, NULL, NULL, NULL) != G_IO_STATUS_NORMAL)
    return TRUE;
  if (!strncmp(line, "popup", 5))
    main_window_popup();
  else
    compose_new(line);
  g_free(line);
  return TRUE;
}

int main(int argc, char **argv) {
  gdk_threads_set_lock_functions(thread_enter, thread_leave);
  gdk_threads_init();
  gtk_init(&argc, &argv);
  g_io_add_watch(g_io_channel_unix_new(3), G_IO_IN, lock_socket_input_cb, NULL);
  gdk_threads_enter();
  gtk_main();
  gdk_threads_leave();
  return 0;
}
