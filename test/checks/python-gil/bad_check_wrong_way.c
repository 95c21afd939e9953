// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// FLAGS: glib+python
//
// The guard is there, but the thread goes on where it should not.
#define PY_SSIZE_T_CLEAN
#include <Python.h>
#include <glib.h>

static PyObject *listener;

static gpointer work(gpointer data) {
  if (PyGILState_Check())
    return NULL;
  Py_XDECREF(PyObject_CallObject(listener, NULL)); // EXPECT: python-gil
  return NULL;
}

static PyObject *start(PyObject *self, PyObject *unused) {
  g_thread_unref(g_thread_new("work", work, NULL));
  Py_RETURN_NONE;
}

static PyMethodDef methods[] = {{"start", start, METH_NOARGS, NULL}, {NULL, NULL, 0, NULL}};
static struct PyModuleDef module = {PyModuleDef_HEAD_INIT, "demo", NULL, -1, methods, NULL, NULL, NULL, NULL};
PyMODINIT_FUNC PyInit_demo(void) { return PyModule_Create(&module); }
