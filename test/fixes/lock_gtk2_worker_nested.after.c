// FLAGS: gtk2
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Functions that a thread calls with the lock: one gives it up for a while, one takes it once more. They go along with
// the region that calls them, and lose their calls.
#include <gtk/gtk.h>

static GtkWidget *label;

static void show(const char *text) {
  gtk_label_set_text(GTK_LABEL(label), text);
}

static void refresh(void) {
  gtk_widget_queue_draw(label);
  g_message("drawn soon");
}

static gboolean work_idle(gpointer user_data) {
  show("one");
  refresh();
  show("two");

  return G_SOURCE_REMOVE;
}

static gpointer work(gpointer data) {
  (void)data;
  g_idle_add(work_idle, NULL);
  return NULL;
}

int main(int argc, char **argv) {
  gtk_init(&argc, &argv);
  label = gtk_label_new("");
  g_thread_unref(g_thread_new("work", work, NULL));
  gtk_main();
  return 0;
}
