// FLAGS: gtk3
// CHECKS: gdk-threads-deprecated
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A label needs a statement: one that ends a function becomes a return, the last one of a switch a break.
#include <gtk/gtk.h>

static GtkWidget *label;

static void show(const char *text) {
  if (!text)
    goto out;
  gtk_label_set_text(GTK_LABEL(label), text);
out:
  return;
}

static int length(const char *text) {
  int size = 0;
  if (!text)
    goto out;
  gtk_label_set_text(GTK_LABEL(label), text);
  size = (int)g_utf8_strlen(text, -1);
out:
  return size;
}

static void step(int what) {
  switch (what) {
  case 0:
    show(NULL);
    break;
  case 1:
    return;
  default:
    break;
  }
  switch (length("x")) {
  case 0:
    gtk_widget_hide(label);
    break;
  default:
    break;
  }
}

static gboolean tick(gpointer data) {
  step(GPOINTER_TO_INT(data));
  return G_SOURCE_REMOVE;
}

int main(int argc, char **argv) {
  gtk_init(&argc, &argv);
  label = gtk_label_new("");
  g_idle_add(tick, GINT_TO_POINTER(1));
  gtk_main();
  return 0;
}
