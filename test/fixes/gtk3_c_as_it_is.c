// FLAGS: gtk3
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Literals, macros, enumerators, globals and functions mean the same everywhere.
#include <glib/gi18n.h>
#include <gtk/gtk.h>

#define PAGE "summary"

enum { BORDER = 6 };
static GtkWidget *stack, *label;
static const char *const titles[] = {"none", "some"};

static gboolean tick(GtkWidget *widget, GdkFrameClock *clock, gpointer data) {
  (void)widget, (void)clock, (void)data;
  return G_SOURCE_REMOVE;
}

static gpointer summary(gpointer unused) {
  g_usleep(1000);
  gtk_stack_set_visible_child_name(GTK_STACK(stack), PAGE);
  gtk_container_set_border_width(GTK_CONTAINER(stack), BORDER * 2);
  gtk_label_set_text(GTK_LABEL(label), _("Done"));
  gtk_widget_set_tooltip_text(label, titles[1]);
  gtk_widget_add_tick_callback(label, tick, NULL, NULL);
  gtk_widget_set_halign(label, GTK_ALIGN_END);
  return unused;
}

void start(void) { g_thread_unref(g_thread_new("summary", summary, NULL)); }
