// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <gtk/gtk.h>
#include <string.h>

static gpointer work_2(gpointer label) {
  gtk_label_set_text(GTK_LABEL(label), "done 2");
  return NULL;
}

void start_2(GtkWidget *label, const char *name) {
  if (strlen(name) > 2)
    g_thread_unref(g_thread_new(name, work_2, label));
}
