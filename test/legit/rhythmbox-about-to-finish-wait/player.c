// FLAGS: gtk3+gst
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Rhythmbox: "about-to-finish" comes on a streaming thread, or, in some set-ups, on main. On main the handler emits at once; else it
// posts with high priority and waits for the answer: a wait that is never main's.
#include <gst/gst.h>
#include <gtk/gtk.h>

static GThread *main_thread;
static GMutex eos_lock;
static GCond eos_cond;
static gboolean emitting;
static GtkWidget *window;

static void emit_eos(GstElement *playbin) {
  gtk_window_set_title(GTK_WINDOW(window), "next");
  g_object_set(playbin, "uri", "file:///next.ogg", NULL);
}

static gboolean about_to_finish_idle(gpointer playbin) {
  emit_eos(playbin);
  g_mutex_lock(&eos_lock);
  emitting = FALSE;
  g_cond_signal(&eos_cond);
  g_mutex_unlock(&eos_lock);
  return FALSE;
}

static void about_to_finish_cb(GstElement *playbin, gpointer data) {
  (void)data;
  if (g_thread_self() == main_thread) {
    emit_eos(playbin);
    return;
  }
  g_mutex_lock(&eos_lock);
  emitting = TRUE;
  g_idle_add_full(G_PRIORITY_HIGH, about_to_finish_idle, playbin, NULL);
  while (emitting)
    g_cond_wait(&eos_cond, &eos_lock);
  g_mutex_unlock(&eos_lock);
}

int main(int argc, char **argv) {
  gst_init(&argc, &argv);
  gtk_init(&argc, &argv);
  main_thread = g_thread_self();
  window = gtk_window_new(GTK_WINDOW_TOPLEVEL);
  GstElement *playbin = gst_element_factory_make("playbin", NULL);
  g_signal_connect(playbin, "about-to-finish", G_CALLBACK(about_to_finish_cb), NULL);
  gst_element_set_state(playbin, GST_STATE_PLAYING);
  gtk_main();
  return 0;
}
