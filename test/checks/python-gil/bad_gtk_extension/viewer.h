// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef VIEWER_H
#define VIEWER_H
#define PY_SSIZE_T_CLEAN
#include <Python.h>
#include <gtk/gtk.h>

typedef struct {
  GtkWidget *window, *image, *next;
  PyObject *on_click;  /* called with the number of the picture */
  PyObject *on_loaded; /* called by the loader with the file's name */
  GThread *loader;
  char *file;
  int number;
} Viewer;

Viewer *viewer_new(PyObject *on_click, PyObject *on_loaded);
void viewer_free(Viewer *viewer);
void viewer_run(Viewer *viewer);
void viewer_load(Viewer *viewer, const char *file);
/* Calls a Python function and drops its result. */
void call_listener(PyObject *listener, const char *format, ...);

#endif
