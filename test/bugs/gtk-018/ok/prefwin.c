// FLAGS: gtk3
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// gtk-018, DeaDBeeF, fixed: the listener posts through the program's dispatch_on_main helper.
#include "medialib.h"
#include <gtk/gtk.h>

typedef struct {
  void (*block)(void *);
  void *context;
} MainCall;

static gboolean run_main_call(gpointer data) {
  MainCall *call = data;
  call->block(call->context);
  g_free(call);
  return FALSE;
}

static void dispatch_on_main(void (*block)(void *), void *context) {
  MainCall *call = g_new(MainCall, 1);
  call->block = block;
  call->context = context;
  g_idle_add(run_main_call, call);
}

static void update_check(void *check) { gtk_toggle_button_set_active(GTK_TOGGLE_BUTTON(check), medialib_enabled()); }

static void on_medialib_event(MediaEvent event, void *user_data) {
  if (event == ML_STATE_CHANGED)
    dispatch_on_main(update_check, user_data);
}

int main(int argc, char **argv) {
  gtk_init(&argc, &argv);
  GtkWidget *window = gtk_window_new(GTK_WINDOW_TOPLEVEL);
  GtkWidget *check = gtk_check_button_new_with_label("Enable media library");
  gtk_container_add(GTK_CONTAINER(window), check);
  gtk_widget_show_all(window);
  medialib_add_listener(on_medialib_event, check);
  medialib_refresh();
  gtk_main();
  return 0;
}
