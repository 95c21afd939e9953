// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// FLAGS: gtk3
// The toolkit is initialised, then the process forks: the child uses the parent's connection. All it does below one call
// is one finding.
#include <gtk/gtk.h>
#include <unistd.h>

static void splash(void) {
  GtkWidget *w = gtk_window_new(GTK_WINDOW_POPUP); // EXPECT: gui-call-after-fork
  gtk_widget_show(w);
  gtk_main();
  _exit(0);
}

static void setup(int *argc, char ***argv) { gtk_init(argc, argv); }

int main(int argc, char **argv) {
  setup(&argc, &argv);
  if (fork() == 0)
    splash();
  GtkWidget *w = gtk_window_new(GTK_WINDOW_TOPLEVEL);
  gtk_widget_show(w);
  gtk_main();
  return 0;
}
