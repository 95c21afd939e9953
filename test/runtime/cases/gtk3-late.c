// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// GTK is loaded when the program already runs, as plug-ins and interpreters do. Neither stalls before and after the loop nor a
// nested loop count; what comes after a nested loop does.
#include <dlfcn.h>
#include <gtk/gtk.h>

static void *gtk;
static GtkWidget *label;

#define CALL(function) ((__typeof__(&function))dlsym(gtk, #function))

static gpointer work(gpointer unused) {
  CALL(gtk_label_set_text)((GtkLabel *)label, "wrong"); // EXPECT(gtk-off-main-thread gtk_label_set_text)
  return NULL;
}

static gboolean start(gpointer unused) {
  g_thread_unref(g_thread_new("worker", work, NULL));
  return G_SOURCE_REMOVE;
}

static gboolean leave(gpointer loop) {
  g_main_loop_quit(loop);
  return G_SOURCE_REMOVE;
}

static gboolean nested(gpointer unused) {
  GMainLoop *loop = g_main_loop_new(NULL, FALSE);
  g_timeout_add(100, leave, loop);
  g_main_loop_run(loop);
  g_main_loop_unref(loop);
  g_usleep(500000); // EXPECT(blocking-call-on-main g_usleep)
  return G_SOURCE_REMOVE;
}

static gboolean quit(gpointer unused) {
  CALL(gtk_main_quit)();
  return G_SOURCE_REMOVE;
}

static void clean_up(int depth) {
  volatile char room[4000];
  room[0] = 0;
  if (depth)
    clean_up(depth - 1);
  else
    g_usleep(400000);
}

int main(int argc, char **argv) {
  gtk = dlopen("libgtk-3.so.0", RTLD_NOW | RTLD_LOCAL);
  if (!gtk)
    return 1;
  CALL(gtk_init)(&argc, &argv);
  label = g_object_ref_sink(CALL(gtk_label_new)(""));
  g_timeout_add(50, start, NULL);
  g_timeout_add(200, nested, NULL);
  g_timeout_add(1000, quit, NULL);
  CALL(gtk_main)();
  clean_up(4);
  return 0;
}
