// FLAGS: gtk3
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Trampolines of a spawner and of a hand-off use the same struct type and field. Does the tool keep the two apart: the
// spawned function is reported, the posted one is not?
// CHAIN: thread_entry -> touch_in_thread
// fp_: callables are followed by field, not by object: both helpers keep theirs in the same field (docs/limits.md).
#include <gtk/gtk.h>

typedef struct {
  void (*fn)(gpointer);
  gpointer data;
} Call;

static GtkWidget *label;

static Call *call_new(void (*fn)(gpointer), gpointer data) {
  Call *call = g_new(Call, 1);
  call->fn = fn;
  call->data = data;
  return call;
}

static gpointer thread_entry(gpointer arg) {
  Call *call = arg;
  call->fn(call->data);
  g_free(call);
  return NULL;
}

static gboolean idle_entry(gpointer arg) {
  Call *call = arg;
  call->fn(call->data);
  g_free(call);
  return G_SOURCE_REMOVE;
}

static void spawn(void (*fn)(gpointer), gpointer data) {
  g_thread_unref(g_thread_new("call", thread_entry, call_new(fn, data)));
}

static void post(void (*fn)(gpointer), gpointer data) { g_idle_add(idle_entry, call_new(fn, data)); }

static void touch_on_main(gpointer data) { gtk_label_set_markup(GTK_LABEL(label), data); }

static void touch_in_thread(gpointer data) {
  gtk_label_set_text(GTK_LABEL(label), data); /* EXPECT: gtk-off-main-thread */
  post(touch_on_main, "<b>posted</b>");
}

int main(int argc, char **argv) {
  gtk_init(&argc, &argv);
  GtkWidget *window = gtk_window_new(GTK_WINDOW_TOPLEVEL);
  label = gtk_label_new("");
  gtk_container_add(GTK_CONTAINER(window), label);
  gtk_widget_show_all(window);
  spawn(touch_in_thread, "spawned");
  gtk_main();
  return 0;
}
