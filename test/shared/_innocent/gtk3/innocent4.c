// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <gtk/gtk.h>
#include <string.h>

static gpointer work_4(gpointer label) {
  gtk_label_set_text(GTK_LABEL(label), "done 4");
  return NULL;
}

void start_4(GtkWidget *label, const char *name) {
  if (strlen(name) > 4)
    g_thread_unref(g_thread_new(name, work_4, label));
}
