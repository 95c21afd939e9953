// FLAGS: gtk3
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "front.h"

static GtkWidget *note_label;

static void gtk_front_open(const char *title) {
  GtkWidget *window = gtk_window_new(GTK_WINDOW_TOPLEVEL);
  gtk_window_set_title(GTK_WINDOW(window), title);
  note_label = gtk_label_new(NULL);
  gtk_container_add(GTK_CONTAINER(window), note_label);
  gtk_widget_show_all(window);
}

static void gtk_front_note(const char *text) {
  gtk_label_set_text(GTK_LABEL(note_label), text); /* EXPECT: gtk-off-main-thread */
}

static int gtk_front_width(void) { return 80; }

const FrontOps gtk_front_ops = {
    .open = gtk_front_open,
    .note = gtk_front_note,
    .width = gtk_front_width,
};
