// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "viewer.h"

static void next_clicked(GtkButton *button, gpointer data) {
  Viewer *viewer = data;
  call_listener(viewer->on_click, "(i)", ++viewer->number);
}

Viewer *viewer_new(PyObject *on_click, PyObject *on_loaded) {
  Viewer *viewer = g_new0(Viewer, 1);
  viewer->on_click = Py_NewRef(on_click);
  viewer->on_loaded = Py_NewRef(on_loaded);
  viewer->window = gtk_window_new(GTK_WINDOW_TOPLEVEL);
  viewer->image = gtk_image_new();
  viewer->next = gtk_button_new_with_label("Next");
  gtk_container_add(GTK_CONTAINER(viewer->window), viewer->next);
  g_signal_connect(viewer->next, "clicked", G_CALLBACK(next_clicked), viewer);
  g_signal_connect(viewer->window, "destroy", G_CALLBACK(gtk_main_quit), NULL);
  return viewer;
}

void viewer_free(Viewer *viewer) {
  Py_DECREF(viewer->on_click);
  Py_DECREF(viewer->on_loaded);
  g_free(viewer->file);
  g_free(viewer);
}

void viewer_run(Viewer *viewer) {
  gtk_widget_show_all(viewer->window);
  PyThreadState *state = PyEval_SaveThread();
  gtk_main();
  PyEval_RestoreThread(state);
}
