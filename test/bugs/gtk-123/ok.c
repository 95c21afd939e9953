// FLAGS: gtk3
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// gtk-123, Evince, fixed: the source is kept and removed in dispose.
#include <gtk/gtk.h>

#define EV_TYPE_PAGE_ACTION_WIDGET (ev_page_action_widget_get_type())
G_DECLARE_FINAL_TYPE(EvPageActionWidget, ev_page_action_widget, EV, PAGE_ACTION_WIDGET, GtkToolItem)
struct _EvPageActionWidget {
  GtkToolItem parent;
  GtkWidget *entry;
  GtkEntryCompletion *completion;
  guint idle_completion_id;
};
G_DEFINE_TYPE(EvPageActionWidget, ev_page_action_widget, GTK_TYPE_TOOL_ITEM)

static gboolean disable_completion_search(EvPageActionWidget *self) {
  self->idle_completion_id = 0;
  gtk_entry_completion_set_model(self->completion, NULL);
  return G_SOURCE_REMOVE;
}

static gboolean focus_out_cb(EvPageActionWidget *self) {
  gtk_editable_select_region(GTK_EDITABLE(self->entry), 0, 0);
  self->idle_completion_id = g_idle_add((GSourceFunc)disable_completion_search, self);
  return FALSE;
}

static void ev_page_action_widget_init(EvPageActionWidget *self) {
  self->entry = gtk_entry_new();
  self->completion = gtk_entry_completion_new();
  g_signal_connect_swapped(self->entry, "focus-out-event", G_CALLBACK(focus_out_cb), self);
}

static void ev_page_action_widget_dispose(GObject *object) {
  EvPageActionWidget *self = EV_PAGE_ACTION_WIDGET(object);
  g_clear_handle_id(&self->idle_completion_id, g_source_remove);
  G_OBJECT_CLASS(ev_page_action_widget_parent_class)->dispose(object);
}

static void ev_page_action_widget_class_init(EvPageActionWidgetClass *klass) {
  G_OBJECT_CLASS(klass)->dispose = ev_page_action_widget_dispose;
}

static void close_toolbar(GtkButton *button, EvPageActionWidget *self) {
  (void)button;
  gtk_widget_destroy(GTK_WIDGET(self));
}

int main(int argc, char **argv) {
  gtk_init(&argc, &argv);
  EvPageActionWidget *self = g_object_new(EV_TYPE_PAGE_ACTION_WIDGET, NULL);
  g_signal_connect(gtk_button_new(), "clicked", G_CALLBACK(close_toolbar), self);
  gtk_main();
  return 0;
}
