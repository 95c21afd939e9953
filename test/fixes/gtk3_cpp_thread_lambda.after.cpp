// FLAGS: gtk3
// RUN: yes
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// C++ with GTK's functions: what a lambda has captured, texts of std::string, casts where C needs none.
#include <gtk/gtk.h>
#include <string>
#include <thread>

namespace {

struct Progress {
  int done;
  int total;
};

GtkWidget *bar;

struct StartIdle {
  GtkWidget *label;
  char *str;
  gdouble fraction;
  char *text;
};

static void start_idle_free(gpointer user_data) {
  StartIdle *data = static_cast<StartIdle *>(user_data);

  g_object_unref(data->label);
  g_free(data->str);
  g_free(data->text);
  g_free(data);
}

static gboolean start_idle(gpointer user_data) {
  StartIdle *data = static_cast<StartIdle *>(user_data);

  gtk_label_set_text(GTK_LABEL(data->label), data->str);
  gtk_progress_bar_set_fraction(GTK_PROGRESS_BAR(bar), data->fraction);
  gtk_widget_set_tooltip_text(data->label, data->text);

  return G_SOURCE_REMOVE;
}

void start(GtkWidget *label, const std::string &name) {
  std::thread([label, name] {
    Progress progress{3, 4};
    std::string text = "Copied " + name;
    {
      StartIdle *data = g_new(StartIdle, 1);

      data->label = label;
      g_object_ref(data->label);
      data->str = g_strdup(text.c_str());
      data->fraction = static_cast<double>(progress.done) / progress.total;
      data->text = g_strdup(name.empty() ? nullptr : name.c_str());
      g_idle_add_full(G_PRIORITY_DEFAULT_IDLE, start_idle, data, start_idle_free);
    }
  }).detach();
}

} // namespace

int main(int argc, char **argv) {
  gtk_init(&argc, &argv);
  GtkWidget *window = gtk_window_new(GTK_WINDOW_TOPLEVEL);
  GtkWidget *box = gtk_box_new(GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *label = gtk_label_new("");
  bar = gtk_progress_bar_new();
  gtk_container_add(GTK_CONTAINER(box), label);
  gtk_container_add(GTK_CONTAINER(box), bar);
  gtk_container_add(GTK_CONTAINER(window), box);
  gtk_widget_show_all(window);
  start(label, "notes.txt");
  gtk_main();
}
