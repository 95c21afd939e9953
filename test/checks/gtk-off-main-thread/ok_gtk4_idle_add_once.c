// FLAGS: gtk4
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// GTK 4 and g_idle_add_once: posted from a pool thread, run on main.
#include <gtk/gtk.h>

static GtkWidget *picture;

static void show_texture(gpointer texture) {
  gtk_picture_set_paintable(GTK_PICTURE(picture), GDK_PAINTABLE(texture));
  g_object_unref(texture);
}

static void decode(GTask *task, gpointer source, gpointer path, GCancellable *cancellable) {
  (void)source;
  (void)cancellable;
  GdkTexture *texture = gdk_texture_new_from_filename(path, NULL);
  if (texture)
    g_idle_add_once(show_texture, texture);
  g_task_return_boolean(task, texture != NULL);
}

static void activate(GtkApplication *app, gpointer data) {
  (void)data;
  GtkWidget *window = gtk_application_window_new(app);
  picture = gtk_picture_new();
  gtk_window_set_child(GTK_WINDOW(window), picture);
  gtk_window_present(GTK_WINDOW(window));
  GTask *task = g_task_new(app, NULL, NULL, NULL);
  g_task_set_task_data(task, g_strdup("a.png"), g_free);
  g_task_run_in_thread(task, decode);
  g_object_unref(task);
}

int main(int argc, char **argv) {
  GtkApplication *app = gtk_application_new("org.example.view", G_APPLICATION_DEFAULT_FLAGS);
  g_signal_connect(app, "activate", G_CALLBACK(activate), NULL);
  return g_application_run(G_APPLICATION(app), argc, argv);
}
