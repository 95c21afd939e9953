// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// FLAGS: glib+python
//
// A function that is called with and without the GIL asks first.
#define PY_SSIZE_T_CLEAN
#include <Python.h>
#include <glib.h>

static PyObject *listener;

static void tell(void) {
  if (!PyGILState_Check())
    return;
  Py_XDECREF(PyObject_CallObject(listener, NULL));
}

static void tell_always(void) {
  if (PyGILState_Check()) {
    Py_XDECREF(PyObject_CallObject(listener, NULL));
  } else {
    PyGILState_STATE state = PyGILState_Ensure();
    Py_XDECREF(PyObject_CallObject(listener, NULL));
    PyGILState_Release(state);
  }
}

static gpointer work(gpointer data) {
  tell();
  tell_always();
  return NULL;
}

static PyObject *start(PyObject *self, PyObject *unused) {
  tell();
  tell_always();
  g_thread_unref(g_thread_new("work", work, NULL));
  Py_RETURN_NONE;
}

static PyMethodDef methods[] = {{"start", start, METH_NOARGS, NULL}, {NULL, NULL, 0, NULL}};
static struct PyModuleDef module = {PyModuleDef_HEAD_INIT, "demo", NULL, -1, methods, NULL, NULL, NULL, NULL};
PyMODINIT_FUNC PyInit_demo(void) { return PyModule_Create(&module); }
