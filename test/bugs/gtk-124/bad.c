// FLAGS: gtk3
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// gtk-124, Evince: a frame callback takes the deprecated lock around an emission that needs none. Reduced to the timeline object.
#include <gtk/gtk.h>

typedef struct {
  GObject parent_instance;
  guint source_id;
  double progress;
} EvTimeline;
typedef struct {
  GObjectClass parent_class;
} EvTimelineClass;
GType ev_timeline_get_type(void);
G_DEFINE_TYPE(EvTimeline, ev_timeline, G_TYPE_OBJECT)

static guint frame_signal;

static void ev_timeline_class_init(EvTimelineClass *klass) {
  frame_signal = g_signal_new("frame", G_TYPE_FROM_CLASS(klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                              G_TYPE_DOUBLE);
}
static void ev_timeline_init(EvTimeline *self) { (void)self; }

static gboolean ev_timeline_run_frame(EvTimeline *self) {
  gdk_threads_enter(); /* EXPECT: gdk-threads-deprecated */
  self->progress += 0.05;
  g_signal_emit(self, frame_signal, 0, self->progress);
  if (self->progress >= 1.0) {
    self->source_id = 0;
    gdk_threads_leave(); /* EXPECT: gdk-threads-deprecated */
    return FALSE;
  }
  gdk_threads_leave(); /* EXPECT: gdk-threads-deprecated */
  return TRUE;
}

int main(int argc, char **argv) {
  gtk_init(&argc, &argv);
  EvTimeline *timeline = g_object_new(ev_timeline_get_type(), NULL);
  timeline->source_id = g_timeout_add(30, (GSourceFunc)ev_timeline_run_frame, timeline);
  gtk_main();
  return 0;
}
