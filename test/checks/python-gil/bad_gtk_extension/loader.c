// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "viewer.h"

static gboolean show_picture(gpointer data) {
  Viewer *viewer = data;
  gtk_image_set_from_file(GTK_IMAGE(viewer->image), viewer->file);
  return G_SOURCE_REMOVE;
}

static gpointer load(gpointer data) {
  Viewer *viewer = data;
  GdkPixbuf *picture = gdk_pixbuf_new_from_file(viewer->file, NULL);
  if (!picture)
    return NULL;
  g_object_unref(picture);
  g_idle_add(show_picture, viewer);
  call_listener(viewer->on_loaded, "(s)", viewer->file);
  return NULL;
}

void viewer_load(Viewer *viewer, const char *file) {
  viewer->file = g_strdup(file);
  viewer->loader = g_thread_new("loader", load, viewer);
}
