// FLAGS: gtk3+gst
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "xfade.h"

struct _XfadePlayer {
  GObject parent_instance;
  GstElement *pipeline;
  char *uri;
  GMutex lock;
  GList *idle_messages;
  guint bus_idle_id;
};
G_DEFINE_TYPE(XfadePlayer, xfade_player, G_TYPE_OBJECT)

static guint redirect_signal;

static gboolean xfade_bus_cb(GstBus *bus, GstMessage *message, gpointer data) {
  (void)bus;
  if (GST_MESSAGE_TYPE(message) == GST_MESSAGE_ELEMENT && gst_message_has_name(message, "redirect"))
    g_signal_emit(data, redirect_signal, 0);
  return TRUE;
}

static gboolean bus_idle_cb(gpointer data) {
  XfadePlayer *self = data;
  g_mutex_lock(&self->lock);
  GList *messages = self->idle_messages;
  self->idle_messages = NULL;
  self->bus_idle_id = 0;
  g_mutex_unlock(&self->lock);
  GstBus *bus = gst_element_get_bus(self->pipeline);
  for (GList *l = messages; l; l = l->next)
    xfade_bus_cb(bus, l->data, self);
  gst_object_unref(bus);
  g_list_free_full(messages, (GDestroyNotify)gst_message_unref);
  return FALSE;
}

static void preroll_stream(XfadePlayer *self) {
  GstBus *bus = gst_element_get_bus(self->pipeline);
  GstMessage *message;
  gst_element_set_state(self->pipeline, GST_STATE_PAUSED);
  g_mutex_lock(&self->lock);
  while ((message = gst_bus_pop(bus)))
    self->idle_messages = g_list_append(self->idle_messages, message);
  if (!self->bus_idle_id)
    self->bus_idle_id = g_idle_add(bus_idle_cb, self);
  g_mutex_unlock(&self->lock);
  gst_object_unref(bus);
}

static gpointer preroll_thread(gpointer data) {
  preroll_stream(data);
  return NULL;
}

static void xfade_player_class_init(XfadePlayerClass *klass) {
  redirect_signal =
      g_signal_new("redirect", G_TYPE_FROM_CLASS(klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void xfade_player_init(XfadePlayer *self) {
  self->pipeline = gst_pipeline_new("xfade");
  GstBus *bus = gst_element_get_bus(self->pipeline);
  gst_bus_add_watch(bus, xfade_bus_cb, self);
  gst_object_unref(bus);
}

XfadePlayer *xfade_player_new(void) { return g_object_new(xfade_player_get_type(), NULL); }

void xfade_player_open(XfadePlayer *self, const char *uri) {
  self->uri = g_strdup(uri);
  g_thread_unref(g_thread_new("preroll", preroll_thread, self));
}
