// FLAGS: gtk2
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Lock functions of the program's own, and the mutex that only they use, have no purpose without the lock.
#include <gtk/gtk.h>

static GtkWidget *label;

static void show(const char *text)
{
  gtk_label_set_text(GTK_LABEL(label), text);
}

int main(int argc, char **argv)
{
  gtk_init(&argc, &argv);
  label = gtk_label_new("");
  show("ready");
  gtk_main();
  return 0;
}
