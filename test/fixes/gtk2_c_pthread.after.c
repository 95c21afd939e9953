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

typedef struct {
  GtkWidget *arrow;
  GtkArrowType way;
  GtkWidget *entry;
  unsigned int wide;
  char *text;
  GtkWidget *scale;
  gdouble value;
} TurnIdle;

static void turn_idle_free(gpointer user_data)
{
  TurnIdle *idle_data = user_data;

  g_object_unref(idle_data->arrow);
  g_object_unref(idle_data->entry);
  g_free(idle_data->text);
  g_object_unref(idle_data->scale);
  g_free(idle_data);
}

static gboolean turn_idle(gpointer user_data)
{
  TurnIdle *idle_data = user_data;

  gtk_arrow_set(GTK_ARROW(idle_data->arrow), idle_data->way, GTK_SHADOW_IN);
  gtk_entry_set_has_frame(GTK_ENTRY(idle_data->entry), idle_data->wide);
  gtk_entry_set_text(GTK_ENTRY(idle_data->entry), idle_data->text);
  gtk_range_set_value(GTK_RANGE(idle_data->scale), idle_data->value);

  return G_SOURCE_REMOVE;
}

static void *turn(void *data)
{
  Controls *c = (Controls *) data;

  c->way = GTK_ARROW_LEFT;
  c->wide = 1;
  {
    TurnIdle *idle_data = g_new(TurnIdle, 1);

    idle_data->arrow = g_object_ref(c->arrow);
    idle_data->way = c->way;
    idle_data->entry = g_object_ref(c->entry);
    idle_data->wide = c->wide;
    idle_data->text = g_strdup(c->wide ? "wide" : "narrow");
    idle_data->scale = g_object_ref(c->scale);
    idle_data->value = c->value * 2;
    g_idle_add_full(G_PRIORITY_DEFAULT_IDLE, turn_idle, idle_data, turn_idle_free);
  }
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
