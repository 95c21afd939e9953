// FLAGS: gtk3+offmain
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// An assertion of the runtime library is a contract: what follows it runs on the main thread.
#include <gtk/gtk.h>
#include <offmain/runtime.h>

static GtkWidget *label;

static void show(const char *text) {
  OFFMAIN_ASSERT_MAIN_THREAD();
  gtk_label_set_text(GTK_LABEL(label), text);
}

static gpointer work(gpointer unused) {
  (void)unused;
  if (offmain_is_main_thread())
    gtk_label_set_text(GTK_LABEL(label), "inline");
  show("never here");
  return NULL;
}

int main(int argc, char **argv) {
  gtk_init(&argc, &argv);
  label = gtk_label_new("");
  show("start");
  g_thread_unref(g_thread_new("worker", work, NULL));
  gtk_main();
  return 0;
}
