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

void start(GtkWidget *label, const std::string &name) {
  std::thread([label, name] {
    Progress progress{3, 4};
    std::string text = "Copied " + name;
    gtk_label_set_text(GTK_LABEL(label), text.c_str());
    gtk_progress_bar_set_fraction(GTK_PROGRESS_BAR(bar), static_cast<double>(progress.done) / progress.total);
    gtk_widget_set_tooltip_text(label, name.empty() ? nullptr : name.c_str());
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
