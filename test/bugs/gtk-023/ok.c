// FLAGS: gtk2
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// gtk-023, fixed: taken before, given back at the end.
// CHECKS: gdk-lock
#include <gtk/gtk.h>


static GtkWidget *mainwin;

static int gtkui_run(void *ctx) {
  gdk_threads_init();
  gdk_threads_enter();
  gtk_init(NULL, NULL);
  (void)ctx;
  mainwin = gtk_window_new(GTK_WINDOW_TOPLEVEL);
  gtk_widget_show(mainwin);
  gtk_main();
  gtk_widget_destroy(mainwin);
  gdk_threads_leave();
  return 0;
}

typedef struct {
  int (*start)(void *ctx);
} Gui;
static Gui plugin = {gtkui_run};

int main(void) { return plugin.start(NULL); }
