// FLAGS: gtk3
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A POSIX thread reads a widget: reading is as unsafe as writing.
// CHAIN: autosave_loop
#include <gtk/gtk.h>
#include <pthread.h>
#include <unistd.h>

static void *autosave_loop(void *arg) {
  for (;;) {
    sleep(30);
    const char *text = gtk_entry_get_text(arg); /* EXPECT: gtk-off-main-thread */
    g_file_set_contents("autosave.txt", text, -1, NULL);
  }
  return NULL;
}

int main(int argc, char **argv) {
  pthread_t thread;
  gtk_init(&argc, &argv);
  GtkWidget *window = gtk_window_new(GTK_WINDOW_TOPLEVEL);
  GtkWidget *entry = gtk_entry_new();
  gtk_container_add(GTK_CONTAINER(window), entry);
  gtk_widget_show_all(window);
  if (pthread_create(&thread, NULL, autosave_loop, entry) == 0)
    pthread_detach(thread);
  gtk_main();
  return 0;
}
