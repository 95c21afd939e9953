// FLAGS: gtk3
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "service.h"
#include <gtk/gtk.h>

static const Services *svc;
static GtkWidget *label;

static gboolean show_later(gpointer data) {
  gtk_label_set_text(GTK_LABEL(label), data);
  return G_SOURCE_REMOVE;
}

static void plugin_show(const char *text) {
  if (svc->in_main_thread())
    gtk_label_set_text(GTK_LABEL(label), text);
  else
    svc->post(show_later, (gpointer)text);
}

static gpointer plugin_thread(gpointer data) {
  (void)data;
  plugin_show("from the worker");
  return NULL;
}

void plugin_start(const Services *services) {
  svc = services;
  GtkWidget *window = gtk_window_new(GTK_WINDOW_TOPLEVEL);
  label = gtk_label_new("");
  gtk_container_add(GTK_CONTAINER(window), label);
  gtk_widget_show_all(window);
  plugin_show("from main");
  g_thread_unref(g_thread_new("plugin", plugin_thread, NULL));
}
