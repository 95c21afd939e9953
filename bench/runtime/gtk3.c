// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What the runtime checker costs a GTK 3 program. One way of use a run, one "name value" a line of what was measured; CPU time is
// this process's own.
//
//   calls    ns a call of two hooked functions that do next to nothing      start    ms CPU from exec to the first window
//   churn    ms CPU of widgets made, shown, changed and destroyed            idle     ms CPU of a loop that waits for 4 s
#include <gtk/gtk.h>
#include <sys/resource.h>

static double cpu_ms (void) {
  struct rusage usage;
  getrusage (RUSAGE_SELF, &usage);
  return (usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) * 1e3 + (usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1e3;
}

static void settle (void) {
  while (gtk_events_pending ())
    gtk_main_iteration ();
}

static GtkWidget *show_window (void) {
  GtkWidget *window = gtk_window_new (GTK_WINDOW_TOPLEVEL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  gtk_container_add (GTK_CONTAINER (window), box);
  gtk_container_add (GTK_CONTAINER (box), gtk_label_new ("one"));
  gtk_container_add (GTK_CONTAINER (box), gtk_button_new_with_label ("two"));
  gtk_container_add (GTK_CONTAINER (box), gtk_entry_new ());
  gtk_widget_show_all (window);
  settle ();
  return window;
}

static void measure_calls (void) {
  const int times = 20 * 1000 * 1000;
  GtkWidget *label = g_object_ref_sink (gtk_label_new ("text"));
  double begin = cpu_ms ();
  for (int i = 0; i < times; i++)
    gtk_widget_get_visible (label);
  double middle = cpu_ms ();
  for (int i = 0; i < times; i++)
    gtk_label_get_text (GTK_LABEL (label));
  double end = cpu_ms ();
  g_print ("gtk_widget_get_visible %.4f\ngtk_label_get_text %.4f\n", (middle - begin) * 1e6 / times, (end - middle) * 1e6 / times);
}

static void measure_churn (void) {
  GtkWidget *window = show_window ();
  double begin = cpu_ms ();
  for (int round = 0; round < 20; round++) {
    GtkWidget *grid = gtk_grid_new ();
    for (int i = 0; i < 40; i++) {
      GtkWidget *label = gtk_label_new (NULL), *button = gtk_check_button_new_with_mnemonic ("_check"), *entry = gtk_entry_new ();
      gtk_label_set_markup (GTK_LABEL (label), "<b>a</b> label");
      gtk_entry_set_text (GTK_ENTRY (entry), "text");
      gtk_grid_attach (GTK_GRID (grid), label, 0, i, 1, 1);
      gtk_grid_attach (GTK_GRID (grid), button, 1, i, 1, 1);
      gtk_grid_attach (GTK_GRID (grid), entry, 2, i, 1, 1);
    }
    gtk_container_remove (GTK_CONTAINER (window), gtk_bin_get_child (GTK_BIN (window)));
    gtk_container_add (GTK_CONTAINER (window), grid);
    gtk_widget_show_all (grid);
    settle ();
  }
  g_print ("churn %.3f\n", cpu_ms () - begin);
}

static void measure_idle (void) {
  show_window ();
  for (int i = 0; i < 20; i++, g_usleep (20 * 1000))
    settle ();
  double begin = cpu_ms ();
  g_timeout_add (4000, G_SOURCE_FUNC (gtk_main_quit), NULL);
  gtk_main ();
  g_print ("idle %.3f\n", cpu_ms () - begin);
}

int main (int argc, char **argv) {
  gtk_init (&argc, &argv);
  const char *way = argc > 1 ? argv[1] : "start";
  if (g_str_equal (way, "calls"))
    measure_calls ();
  else if (g_str_equal (way, "churn"))
    measure_churn ();
  else if (g_str_equal (way, "idle"))
    measure_idle ();
  else
    show_window ();
  if (g_str_equal (way, "start"))
    g_print ("start %.3f\n", cpu_ms ());
  return 0;
}
