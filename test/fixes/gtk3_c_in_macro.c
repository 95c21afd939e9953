// FLAGS: gtk3
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Calls that a macro writes stay; what it gets as an argument is text like any other.
#include <gtk/gtk.h>

#define SAY(text) gtk_label_set_text(GTK_LABEL(label), text)
#define LIMIT limit
#define MOVE(x) gtk_widget_set_margin_top(bar, (x) + extra)
#define MAYBE(x) do { x; } while (0)

static GtkWidget *label, *bar;

static gpointer say(gpointer data) {
  int limit = 3, extra = 2;

  SAY(data);
  g_usleep(limit);
  MOVE(limit); // ADVICE: written by a macro
  MAYBE(gtk_widget_hide(bar)); // ADVICE: written by a macro
  gtk_widget_set_margin_start(bar, LIMIT);
  gtk_widget_set_margin_end(bar, MAX(limit, 2));
  return NULL;
}

void start(void) { g_thread_unref(g_thread_new("say", say, NULL)); }
