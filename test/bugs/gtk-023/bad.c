// FLAGS: gtk2
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// gtk-023, DeaDBeeF (bug 1183): the user interface makes the GDK lock, and runs its main loop without having taken it.
// CHECKS: gdk-lock
// CHAIN: gtkui_run
#include <gtk/gtk.h>


static GtkWidget *mainwin;

static int gtkui_run(void *ctx) {
  gdk_threads_init();
  gtk_init(NULL, NULL);
  (void)ctx;
  mainwin = gtk_window_new(GTK_WINDOW_TOPLEVEL);
  gtk_widget_show(mainwin);
  gtk_main(); /* EXPECT: gdk-lock */
  gtk_widget_destroy(mainwin);
  return 0;
}

typedef struct {
  int (*start)(void *ctx);
} Gui;
static Gui plugin = {gtkui_run};

int main(void) { return plugin.start(NULL); }
