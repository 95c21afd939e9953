// FLAGS: gtk3
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// gtk_spin_button_set_value() emits value-changed before it returns: its handler takes the lock a second time.
// CHECKS: gdk-lock
#include <gtk/gtk.h>

static GtkWidget *label;

static GtkWidget *spin;

static void on_value_changed(GtkSpinButton *button, gpointer data) {
  (void)button;
  (void)data;
  gdk_threads_enter(); /* EXPECT: gdk-lock */
  gtk_label_set_text(GTK_LABEL(label), "changed");
  gdk_threads_leave();
}

static gboolean reset(gpointer data) {
  (void)data;
  gdk_threads_enter();
  gtk_spin_button_set_value(GTK_SPIN_BUTTON(spin), 0);
  gdk_threads_leave();
  return FALSE;
}

int main(int argc, char **argv) {
  gdk_threads_init();
  gtk_init(&argc, &argv);
  label = gtk_label_new("");
  spin = gtk_spin_button_new_with_range(0, 9, 1);
  g_signal_connect(spin, "value-changed", G_CALLBACK(on_value_changed), NULL);
  g_idle_add(reset, NULL);
  gdk_threads_enter();
  gtk_main();
  gdk_threads_leave();
  return 0;
}
