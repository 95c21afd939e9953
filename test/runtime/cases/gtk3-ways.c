// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Every way by which a call leaves the program, for the three ways a program is linked.
// FLAGS: -Wl,-z,lazy
// FLAGS: -Wl,-z,now
// FLAGS: -fno-plt
#include <dlfcn.h>
#include <gtk/gtk.h>

static GtkWidget *label, *own;
static GObject *emitter;

static void (*volatile through_pointer)(GtkLabel *, const char *) = gtk_label_set_text;

static void on_notify(GObject *object, GParamSpec *property, gpointer unused) {
  gtk_label_set_text(GTK_LABEL(label), "from a handler"); // EXPECT(gtk-off-main-thread gtk_label_set_text) signal
}

static gpointer work(gpointer unused) {
  gtk_label_set_text(GTK_LABEL(label), "direct"); // EXPECT(gtk-off-main-thread gtk_label_set_text) direct
  through_pointer(GTK_LABEL(label), "pointer"); // EXPECT(gtk-off-main-thread gtk_label_set_text) pointer
  void (*found)(GtkLabel *, const char *) = (void (*)(GtkLabel *, const char *))dlsym(RTLD_DEFAULT, "gtk_label_set_text");
  found(GTK_LABEL(label), "dlsym"); // EXPECT(gtk-off-main-thread gtk_label_set_text) dlsym
  g_object_set(label, "label", "property", NULL); // EXPECT(gtk-off-main-thread *) property
  GTK_WIDGET_GET_CLASS(label)->hide(label); // EXPECT(gtk-off-main-thread *) vtable
  g_object_notify(emitter, "name");
  g_object_unref(own); // EXPECT(gtk-off-main-thread *) last-unref
  return NULL;
}

static gboolean start(gpointer unused) {
  g_thread_join(g_thread_new("worker", work, NULL)); // waits: what is wrong here must not happen to crash
  return G_SOURCE_REMOVE;
}

static gboolean quit(gpointer unused) {
  gtk_main_quit();
  return G_SOURCE_REMOVE;
}

int main(int argc, char **argv) {
  gtk_init(&argc, &argv);
  GtkWidget *window = gtk_window_new(GTK_WINDOW_TOPLEVEL);
  label = gtk_label_new("");
  own = g_object_ref_sink(gtk_label_new("own"));
  emitter = G_OBJECT(gtk_text_tag_new(NULL));
  g_signal_connect(emitter, "notify::name", G_CALLBACK(on_notify), NULL);
  gtk_container_add(GTK_CONTAINER(window), label);
  gtk_widget_show_all(window);
  g_timeout_add(100, start, NULL);
  g_timeout_add(600, quit, NULL);
  gtk_main();
  return 0;
}
