// FLAGS: gtk3
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// gtk-123, Evince: losing the focus posts an idle function for the page selector, which runs after its window is gone.
// CHAIN: focus_out_cb
#include <gtk/gtk.h>

#define EV_TYPE_PAGE_ACTION_WIDGET (ev_page_action_widget_get_type())
G_DECLARE_FINAL_TYPE(EvPageActionWidget, ev_page_action_widget, EV, PAGE_ACTION_WIDGET, GtkToolItem)
struct _EvPageActionWidget {
  GtkToolItem parent;
  GtkWidget *entry;
  GtkEntryCompletion *completion;
};
G_DEFINE_TYPE(EvPageActionWidget, ev_page_action_widget, GTK_TYPE_TOOL_ITEM)

static gboolean disable_completion_search(EvPageActionWidget *self) {
  gtk_entry_completion_set_model(self->completion, NULL);
  return G_SOURCE_REMOVE;
}

static gboolean focus_out_cb(EvPageActionWidget *self) {
  gtk_editable_select_region(GTK_EDITABLE(self->entry), 0, 0);
  g_idle_add((GSourceFunc)disable_completion_search, self); /* EXPECT: handoff-dangling-capture */
  return FALSE;
}

static void ev_page_action_widget_init(EvPageActionWidget *self) {
  self->entry = gtk_entry_new();
  self->completion = gtk_entry_completion_new();
  g_signal_connect_swapped(self->entry, "focus-out-event", G_CALLBACK(focus_out_cb), self);
}

static void ev_page_action_widget_finalize(GObject *object) {
  G_OBJECT_CLASS(ev_page_action_widget_parent_class)->finalize(object);
}

static void ev_page_action_widget_class_init(EvPageActionWidgetClass *klass) {
  G_OBJECT_CLASS(klass)->finalize = ev_page_action_widget_finalize;
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
