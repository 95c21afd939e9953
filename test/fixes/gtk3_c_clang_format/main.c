// FLAGS: gtk3
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Written as .clang-format wants it, whatever the file looks like.
#include <gtk/gtk.h>

static GtkWidget *window;

static gpointer tell(gpointer data) {
  const char *title = data;
  int width = 320, height = 200;
  if (title[0])
    gtk_window_set_default_size(GTK_WINDOW(window), width, height);
  gtk_window_set_title(GTK_WINDOW(window), title);
  return NULL;
}

void start(void) { g_thread_unref(g_thread_new("tell", tell, "title")); }
