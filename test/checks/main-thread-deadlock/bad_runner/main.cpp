// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// FLAGS: gtk3
#include "runner.h"
#include <gtk/gtk.h>
#include <thread>

static Runner Gui;
static GtkLabel *Status;

static void reload() {
  Gui.run([] { gtk_label_set_text(Status, "reloaded"); });
}

static void on_activate(GtkMenuItem *, gpointer) { reload(); }

int main(int argc, char **argv) {
  gtk_init(&argc, &argv);
  Status = GTK_LABEL(gtk_label_new(""));
  GtkWidget *Item = gtk_menu_item_new();
  g_signal_connect(Item, "activate", G_CALLBACK(on_activate), nullptr);
  std::thread([] { reload(); }).detach();
  gtk_main();
}
