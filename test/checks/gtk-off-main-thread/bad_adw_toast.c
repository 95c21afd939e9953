// FLAGS: adwaita
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// libadwaita belongs to the GTK family.
// CHAIN: upload_thread
#include <adwaita.h>

static gpointer upload_thread(gpointer overlay) {
  g_usleep(G_USEC_PER_SEC);
  AdwToast *toast = adw_toast_new("Uploaded"); /* EXPECT: gtk-off-main-thread */
  adw_toast_overlay_add_toast(overlay, toast); /* EXPECT: gtk-off-main-thread */
  return NULL;
}

static void activate(GtkApplication *app, gpointer data) {
  (void)data;
  GtkWidget *window = adw_application_window_new(app);
  GtkWidget *overlay = adw_toast_overlay_new();
  adw_application_window_set_content(ADW_APPLICATION_WINDOW(window), overlay);
  gtk_window_present(GTK_WINDOW(window));
  g_thread_unref(g_thread_new("upload", upload_thread, overlay));
}

int main(int argc, char **argv) {
  AdwApplication *app = adw_application_new("org.example.upload", G_APPLICATION_DEFAULT_FLAGS);
  g_signal_connect(app, "activate", G_CALLBACK(activate), NULL);
  return g_application_run(G_APPLICATION(app), argc, argv);
}
