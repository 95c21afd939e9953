// FLAGS: gtk3
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Processes run to their end from menu handlers, in another unit's helpers; one helper of the same kind is used before the
// main loop only and is fine.
// CHAIN: on_about -> process_output
#include "process.h"
#include <gtk/gtk.h>

static void on_about(GtkMenuItem *item, gpointer label) {
  char *out = process_output("lsb_release -d");
  (void)item;
  gtk_label_set_text(label, out ? out : "?");
  g_free(out);
}

static void on_help(GtkMenuItem *item, gpointer data) {
  (void)item;
  (void)data;
  process_shell("yelp help:app");
}

static void on_print(GtkMenuItem *item, gpointer data) {
  char *argv[] = {"lpr", data, NULL};
  (void)item;
  process_run(argv);
}

int main(int argc, char **argv) {
  gtk_init(&argc, &argv);
  GtkWidget *label = gtk_label_new(process_version());
  GtkWidget *about = gtk_menu_item_new_with_label("About");
  GtkWidget *help = gtk_menu_item_new_with_label("Help");
  GtkWidget *print = gtk_menu_item_new_with_label("Print");
  g_signal_connect(about, "activate", G_CALLBACK(on_about), label);
  g_signal_connect(help, "activate", G_CALLBACK(on_help), NULL);
  g_signal_connect(print, "activate", G_CALLBACK(on_print), "page.ps");
  gtk_main();
  return 0;
}
