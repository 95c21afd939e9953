// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <gtk/gtk.h>
#include <string.h>

static gpointer work_1(gpointer label) {
  gtk_label_set_text(GTK_LABEL(label), "done 1");
  return NULL;
}

void start_1(GtkWidget *label, const char *name) {
  if (strlen(name) > 1)
    g_thread_unref(g_thread_new(name, work_1, label));
}
