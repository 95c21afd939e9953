// FLAGS: gtk3
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "source.h"
#include "mtp_thread.h"

struct _MtpSource {
  GObject parent_instance;
  MtpThread *thread;
  int load_status;
};
G_DEFINE_TYPE(MtpSource, mtp_source, G_TYPE_OBJECT)

static void mtp_source_set_property(GObject *object, guint id, const GValue *value, GParamSpec *pspec) {
  (void)id;
  (void)pspec;
  MTP_SOURCE(object)->load_status = g_value_get_int(value);
}

static void mtp_source_class_init(MtpSourceClass *klass) {
  GObjectClass *object_class = G_OBJECT_CLASS(klass);
  object_class->set_property = mtp_source_set_property;
  g_object_class_install_property(object_class, 1,
                                  g_param_spec_int("load-status", NULL, NULL, 0, 2, 0, G_PARAM_WRITABLE));
}
static void mtp_source_init(MtpSource *self) { self->thread = mtp_thread_new(); }

static void mtp_tracklist_cb(GList *tracks, gpointer data) {
  MtpSource *self = data;
  g_message("%u tracks", g_list_length(tracks));
  g_object_set(self, "load-status", 2, NULL);
}

void mtp_source_load(MtpSource *self) { mtp_thread_get_track_list(self->thread, mtp_tracklist_cb, self); }
