// FLAGS: gtk3
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Control flow that the calls decide cannot be posted.
#include <gtk/gtk.h>

static void work(void) { g_usleep(1000); }

static GtkWidget *window, *bar, *button;

static gboolean pulse_idle(gpointer user_data) {
  gtk_progress_bar_pulse(GTK_PROGRESS_BAR(bar));

  return G_SOURCE_REMOVE;
}

static gpointer pulse(gpointer unused) {
  for (;;) {
    if (!gtk_widget_get_visible(window)) // ADVICE: it leaves the loop around
      break;
    g_usleep(100000);
    g_idle_add(pulse_idle, NULL);
  }
  if (gtk_widget_get_visible(button)) // ADVICE: it leaves the function
    return NULL;
  while (gtk_widget_get_sensitive(button)) // ADVICE: the result of 'work' is needed in between
    work();
  return unused;
}

void start(void) { g_thread_unref(g_thread_new("pulse", pulse, NULL)); }
