// FLAGS: gtk2
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// gtk-119, Evince: the handler of "document-changed" takes the document mutex, which the render thread holds for as long as a heavy
// page takes. Not found by design: plain mutex contention is not covered (a mutex says nothing about how long it is held).
// CHAIN: document_changed -> set_loading_icon -> doc_mutex_lock
#include <gtk/gtk.h>

static GMutex doc_mutex;
static int page_width = 600;

static void doc_mutex_lock(void) {
  g_mutex_lock(&doc_mutex); /* EXPECT: blocking-call-on-main */
}
static void doc_mutex_unlock(void) { g_mutex_unlock(&doc_mutex); }

static gpointer render_thread(gpointer data) {
  (void)data;
  doc_mutex_lock();
  g_usleep(3 * G_USEC_PER_SEC);
  page_width = 800;
  doc_mutex_unlock();
  return NULL;
}

static void set_loading_icon(GtkWidget *icon) {
  doc_mutex_lock();
  int width = page_width;
  doc_mutex_unlock();
  gtk_widget_set_size_request(icon, width / 8, -1);
}

static void document_changed(GtkButton *button, gpointer icon) {
  (void)button;
  set_loading_icon(icon);
}

int main(int argc, char **argv) {
  g_thread_init(NULL);
  gtk_init(&argc, &argv);
  GtkWidget *window = gtk_window_new(GTK_WINDOW_TOPLEVEL);
  GtkWidget *box = gtk_vbox_new(FALSE, 0);
  GtkWidget *reload = gtk_button_new_with_label("Reload");
  GtkWidget *icon = gtk_image_new();
  gtk_container_add(GTK_CONTAINER(box), reload);
  gtk_container_add(GTK_CONTAINER(box), icon);
  gtk_container_add(GTK_CONTAINER(window), box);
  g_signal_connect(reload, "clicked", G_CALLBACK(document_changed), icon);
  gtk_widget_show_all(window);
  g_thread_create(render_thread, NULL, FALSE, NULL);
  gtk_main();
  return 0;
}
