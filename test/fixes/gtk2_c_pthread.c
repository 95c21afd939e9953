// FLAGS: gtk2
// RUN: yes
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A thread of POSIX and GTK 2: an enumerator, a flag of the struct, a floating number.
#include <gtk/gtk.h>
#include <pthread.h>

typedef struct {
  GtkWidget *arrow, *entry, *scale;
  GtkArrowType way;
  unsigned wide : 1;
  float value;
} Controls;

static void *turn(void *data)
{
  Controls *c = (Controls *) data;

  c->way = GTK_ARROW_LEFT;
  c->wide = 1;
  gtk_arrow_set(GTK_ARROW(c->arrow), c->way, GTK_SHADOW_IN);
  gtk_entry_set_has_frame(GTK_ENTRY(c->entry), c->wide);
  gtk_entry_set_text(GTK_ENTRY(c->entry), c->wide ? "wide" : "narrow");
  gtk_range_set_value(GTK_RANGE(c->scale), c->value * 2);
  return NULL;
}

int main(int argc, char **argv)
{
  static Controls c;
  pthread_t thread;
  GtkWidget *window, *box;

  gtk_init(&argc, &argv);
  window = gtk_window_new(GTK_WINDOW_TOPLEVEL);
  box = gtk_vbox_new(FALSE, 0);
  c.arrow = gtk_arrow_new(GTK_ARROW_UP, GTK_SHADOW_OUT);
  c.entry = gtk_entry_new();
  c.scale = gtk_hscale_new_with_range(0, 100, 1);
  c.value = 21;
  gtk_container_add(GTK_CONTAINER(box), c.arrow);
  gtk_container_add(GTK_CONTAINER(box), c.entry);
  gtk_container_add(GTK_CONTAINER(box), c.scale);
  gtk_container_add(GTK_CONTAINER(window), box);
  gtk_widget_show_all(window);
  pthread_create(&thread, NULL, turn, &c);
  gtk_main();
  return 0;
}
