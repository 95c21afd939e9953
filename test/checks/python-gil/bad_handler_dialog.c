// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// FLAGS: gtk3+python
//
// A handler takes the GIL for its call into Python and keeps it while a dialog is open.
#define PY_SSIZE_T_CLEAN
#include <Python.h>
#include <gtk/gtk.h>

static PyObject *callback;

static void clicked(GtkButton *button, gpointer data) {
  PyGILState_STATE state = PyGILState_Ensure();
  PyObject *result = PyObject_CallObject(callback, NULL);
  if (!result) {
    PyErr_Clear();
    gtk_dialog_run(GTK_DIALOG(data)); // EXPECT(high): python-gil
  }
  Py_XDECREF(result);
  PyGILState_Release(state);
}

static PyObject *show(PyObject *self, PyObject *unused) {
  g_signal_connect(gtk_button_new(), "clicked", G_CALLBACK(clicked), gtk_dialog_new());
  Py_BEGIN_ALLOW_THREADS
  gtk_main();
  Py_END_ALLOW_THREADS
  Py_RETURN_NONE;
}

static PyMethodDef methods[] = {{"show", show, METH_NOARGS, NULL}, {NULL, NULL, 0, NULL}};
static struct PyModuleDef module = {PyModuleDef_HEAD_INIT, "demo", NULL, -1, methods, NULL, NULL, NULL, NULL};
PyMODINIT_FUNC PyInit_demo(void) { return PyModule_Create(&module); }
