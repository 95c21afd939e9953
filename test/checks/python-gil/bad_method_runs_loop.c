// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// FLAGS: gtk3+python
//
// The function that Python calls runs the main loop and keeps the GIL: other Python threads stop until the window closes.
#define PY_SSIZE_T_CLEAN
#include <Python.h>
#include <gtk/gtk.h>

static PyObject *show(PyObject *self, PyObject *unused) {
  GtkWidget *window = gtk_window_new(GTK_WINDOW_TOPLEVEL);
  gtk_widget_show_all(window);
  gtk_main(); // EXPECT(high): python-gil
  Py_RETURN_NONE;
}

static PyMethodDef methods[] = {{"show", show, METH_NOARGS, NULL}, {NULL, NULL, 0, NULL}};
static struct PyModuleDef module = {PyModuleDef_HEAD_INIT, "demo", NULL, -1, methods, NULL, NULL, NULL, NULL};
PyMODINIT_FUNC PyInit_demo(void) { return PyModule_Create(&module); }
