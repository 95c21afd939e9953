// FLAGS: gtk3
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The thread needs what the call gives: nothing can be posted.
#include <gtk/gtk.h>

static GtkWidget *entry, *check;

static void save(const char *text) { g_file_set_contents("/tmp/note", text, -1, NULL); }

static gpointer save_thread(gpointer data) {
  (void)data;
  const char *text = gtk_entry_get_text(GTK_ENTRY(entry)); // ADVICE: 'text' is used by the code that stays
  save(text);
  if (gtk_toggle_button_get_active(GTK_TOGGLE_BUTTON(check))) // ADVICE: the result of 'save' is needed in between
    save("again");
  return GINT_TO_POINTER(gtk_widget_get_visible(entry)); // ADVICE: the function returns its result
}

int main(int argc, char **argv) {
  gtk_init(&argc, &argv);
  entry = gtk_entry_new();
  check = gtk_check_button_new();
  g_thread_unref(g_thread_new("save", save_thread, NULL));
  gtk_main();
  return 0;
}
