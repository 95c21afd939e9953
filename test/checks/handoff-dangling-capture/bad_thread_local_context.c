// FLAGS: gtk3
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A thread is given a local array and a member of a local struct, and is not joined.
#include <gtk/gtk.h>
#include <pthread.h>

typedef struct {
  int from, to;
} Range;

typedef struct {
  Range range;
  double scale;
} Job;

static gpointer sum(gpointer data) {
  Range *range = data;
  return GINT_TO_POINTER(range->to - range->from);
}

static void *greet(void *data) {
  g_print("%s\n", (char *)data);
  return NULL;
}

static void clicked(GtkButton *button, gpointer data) {
  (void)data;
  Job job = {{0, 100}, 1.0};
  char name[64];
  g_strlcpy(name, gtk_button_get_label(button), sizeof name);
  g_thread_unref(g_thread_new("sum", sum, &job.range)); // EXPECT: handoff-dangling-capture
  pthread_t greeter;
  pthread_create(&greeter, NULL, greet, name); // EXPECT: handoff-dangling-capture
  pthread_detach(greeter);
}

int main(int argc, char **argv) {
  gtk_init(&argc, &argv);
  g_signal_connect(gtk_button_new(), "clicked", G_CALLBACK(clicked), NULL);
  gtk_main();
  return 0;
}
