// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// FLAGS: gtk3+python
//
// An early return keeps the GIL: in a handler, which goes back to the main loop with it, and in a thread, which ends with it.
#define PY_SSIZE_T_CLEAN
#include <Python.h>
#include <gtk/gtk.h>

static PyObject *callback;

static void clicked(GtkButton *button, gpointer data) {
  PyGILState_STATE state = PyGILState_Ensure();
  if (!PyCallable_Check(callback))
    return; // EXPECT: python-gil
  Py_XDECREF(PyObject_CallObject(callback, NULL));
  PyGILState_Release(state);
}

static gpointer work(gpointer data) {
  PyGILState_Ensure();
  Py_XDECREF(PyObject_CallObject(callback, NULL));
  return NULL; // EXPECT(high): python-gil
}

static PyObject *start(PyObject *self, PyObject *unused) {
  g_signal_connect(gtk_button_new(), "clicked", G_CALLBACK(clicked), NULL);
  g_thread_unref(g_thread_new("work", work, NULL));
  Py_RETURN_NONE;
}

static PyMethodDef methods[] = {{"start", start, METH_NOARGS, NULL}, {NULL, NULL, 0, NULL}};
static struct PyModuleDef module = {PyModuleDef_HEAD_INIT, "demo", NULL, -1, methods, NULL, NULL, NULL, NULL};
PyMODINIT_FUNC PyInit_demo(void) { return PyModule_Create(&module); }
