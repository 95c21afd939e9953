// FLAGS: gtk3
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// gtk-126, Nemo: the desktop window keeps the id of its idle function and removes it when it posts anew, but not when it ends.
// CHAIN: actions_changed_cb
#include <gtk/gtk.h>

typedef struct {
  GtkWindow parent;
  guint actions_changed_idle_id;
  GtkWidget *popup_menu;
} NemoBlankDesktopWindow;
typedef struct {
  GtkWindowClass parent;
} NemoBlankDesktopWindowClass;

GType nemo_blank_desktop_window_get_type(void);
G_DEFINE_TYPE(NemoBlankDesktopWindow, nemo_blank_desktop_window, GTK_TYPE_WINDOW)

static gboolean actions_changed_idle_cb(gpointer data) {
  NemoBlankDesktopWindow *window = data;
  g_clear_pointer(&window->popup_menu, gtk_widget_destroy);
  window->actions_changed_idle_id = 0;
  return G_SOURCE_REMOVE;
}

static void actions_changed_cb(NemoBlankDesktopWindow *window) {
  if (window->actions_changed_idle_id > 0)
    g_source_remove(window->actions_changed_idle_id);
  window->actions_changed_idle_id = g_idle_add(actions_changed_idle_cb, window); /* EXPECT: handoff-dangling-capture */
}

static void nemo_blank_desktop_window_dispose(GObject *object) {
  NemoBlankDesktopWindow *window = (NemoBlankDesktopWindow *)object;
  g_clear_pointer(&window->popup_menu, gtk_widget_destroy);
  G_OBJECT_CLASS(nemo_blank_desktop_window_parent_class)->dispose(object);
}

static void nemo_blank_desktop_window_class_init(NemoBlankDesktopWindowClass *klass) {
  G_OBJECT_CLASS(klass)->dispose = nemo_blank_desktop_window_dispose;
}

static void nemo_blank_desktop_window_init(NemoBlankDesktopWindow *window) {
  g_signal_connect_swapped(gtk_settings_get_default(), "notify::gtk-theme-name", G_CALLBACK(actions_changed_cb), window);
}

static void monitor_removed(GdkScreen *screen, NemoBlankDesktopWindow *window) {
  (void)screen;
  gtk_widget_destroy(GTK_WIDGET(window));
}

int main(int argc, char **argv) {
  gtk_init(&argc, &argv);
  NemoBlankDesktopWindow *window = g_object_new(nemo_blank_desktop_window_get_type(), NULL);
  g_signal_connect(gdk_screen_get_default(), "monitors-changed", G_CALLBACK(monitor_removed), window);
  gtk_main();
  return 0;
}
