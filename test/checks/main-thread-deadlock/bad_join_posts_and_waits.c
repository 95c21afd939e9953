// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// FLAGS: gtk3
// Main joins a thread that asks main something and waits for the answer.
#include <gtk/gtk.h>

struct call {
  GMutex lock;
  GCond cond;
  gboolean done;
  const char *text;
};

static GtkWidget *label;
static GThread *thread;

static gboolean show(gpointer data) {
  struct call *c = data;
  gtk_label_set_text(GTK_LABEL(label), c->text);
  g_mutex_lock(&c->lock);
  c->done = TRUE;
  g_cond_signal(&c->cond);
  g_mutex_unlock(&c->lock);
  return FALSE;
}

static void show_sync(const char *text) {
  struct call c = {.text = text};
  g_mutex_init(&c.lock);
  g_cond_init(&c.cond);
  g_mutex_lock(&c.lock);
  g_idle_add(show, &c);
  while (!c.done)
    g_cond_wait(&c.cond, &c.lock);
  g_mutex_unlock(&c.lock);
}

static gpointer work(gpointer data) {
  for (int i = 0; i < 100; ++i)
    show_sync("more");
  return NULL;
}

static void on_stop(GtkButton *button, gpointer data) {
  g_thread_join(thread); // EXPECT: main-thread-deadlock
}

int main(int argc, char **argv) {
  gtk_init(&argc, &argv);
  label = gtk_label_new("");
  GtkWidget *button = gtk_button_new();
  g_signal_connect(button, "clicked", G_CALLBACK(on_stop), NULL);
  thread = g_thread_new("work", work, NULL);
  gtk_main();
  return 0;
}
