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

typedef struct {
  char *label;
  struct app *app;
  GtkWidget *box;
} AddButtonIdle;

static void add_button_idle_free(gpointer user_data) {
  AddButtonIdle *data = user_data;

  g_free(data->label);
  g_object_unref(data->box);
  g_free(data);
}

static gboolean add_button_idle(gpointer user_data) {
  AddButtonIdle *data = user_data;

  GtkWidget *button = gtk_button_new_with_label(data->label);
  g_signal_connect(button, "clicked", G_CALLBACK(on_clicked), data->app);
  gtk_container_add(GTK_CONTAINER(data->box), button);
  gtk_widget_show(button);

  return G_SOURCE_REMOVE;
}

static gpointer add_button(gpointer unused) {
  struct app *app = &the_app;
  char label[16];

  g_snprintf(label, sizeof label, "%d", app->clicks);
  {
    AddButtonIdle *data = g_new(AddButtonIdle, 1);

    data->label = g_strdup(label);
    data->app = app;
    data->box = g_object_ref(app->box);
    g_idle_add_full(G_PRIORITY_DEFAULT_IDLE, add_button_idle, data, add_button_idle_free);
  }
  return unused;
}

void start(void) { g_thread_unref(g_thread_new("add", add_button, NULL)); }
