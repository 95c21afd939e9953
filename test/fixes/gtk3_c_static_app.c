// FLAGS: gtk3
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A pointer to what is there for good is carried as it is; a callback may have it.
#include <gtk/gtk.h>

struct app {
  GtkWidget *box;
  int clicks;
};

static struct app the_app;

static void on_clicked(GtkButton *button, struct app *app) {
  gtk_button_set_label(button, ++app->clicks > 1 ? "again" : "once");
}

static gpointer add_button(gpointer unused) {
  struct app *app = &the_app;
  char label[16];

  g_snprintf(label, sizeof label, "%d", app->clicks);
  GtkWidget *button = gtk_button_new_with_label(label);
  g_signal_connect(button, "clicked", G_CALLBACK(on_clicked), app);
  gtk_container_add(GTK_CONTAINER(app->box), button);
  gtk_widget_show(button);
  return unused;
}

void start(void) { g_thread_unref(g_thread_new("add", add_button, NULL)); }
