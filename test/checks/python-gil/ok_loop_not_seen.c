// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// FLAGS: gtk3+python
//
// Who runs the main loop, and whether with the GIL, is not seen: the handler's state is not known.
#define PY_SSIZE_T_CLEAN
#include <Python.h>
#include <gtk/gtk.h>

static PyObject *callback;

static void clicked(GtkButton *button, gpointer data) { Py_XDECREF(PyObject_CallObject(callback, NULL)); }

static PyObject *make(PyObject *self, PyObject *unused) {
  g_signal_connect(gtk_button_new(), "clicked", G_CALLBACK(clicked), NULL);
  Py_RETURN_NONE;
}

static PyMethodDef methods[] = {{"make", make, METH_NOARGS, NULL}, {NULL, NULL, 0, NULL}};
static struct PyModuleDef module = {PyModuleDef_HEAD_INIT, "demo", NULL, -1, methods, NULL, NULL, NULL, NULL};
PyMODINIT_FUNC PyInit_demo(void) { return PyModule_Create(&module); }
