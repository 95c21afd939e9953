// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// FLAGS: gtk3+python
//
// The GIL is given up around the main loop, and taken in the handler that calls into Python.
#define PY_SSIZE_T_CLEAN
#include <Python.h>
#include <gtk/gtk.h>

static PyObject *callback;

static void clicked(GtkButton *button, gpointer data) {
  PyGILState_STATE state = PyGILState_Ensure();
  PyObject *result = PyObject_CallObject(callback, NULL);
  if (!result)
    PyErr_Print();
  Py_XDECREF(result);
  PyGILState_Release(state);
}

static PyObject *show(PyObject *self, PyObject *unused) {
  GtkWidget *button = gtk_button_new();
  g_signal_connect(button, "clicked", G_CALLBACK(clicked), NULL);
  Py_BEGIN_ALLOW_THREADS
  gtk_main();
  Py_END_ALLOW_THREADS
  Py_RETURN_NONE;
}

static PyMethodDef methods[] = {{"show", show, METH_NOARGS, NULL}, {NULL, NULL, 0, NULL}};
static struct PyModuleDef module = {PyModuleDef_HEAD_INIT, "demo", NULL, -1, methods, NULL, NULL, NULL, NULL};
PyMODINIT_FUNC PyInit_demo(void) { return PyModule_Create(&module); }
