// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// FLAGS: glib+python
//
// A callback takes the GIL, gives it up to wait, and takes it back. It is also called where the GIL is held already.
#define PY_SSIZE_T_CLEAN
#include <Python.h>
#include <glib.h>

static PyObject *listener;

static void report(void) {
  PyGILState_STATE state = PyGILState_Ensure();
  Py_XDECREF(PyObject_CallObject(listener, NULL));
  Py_BEGIN_ALLOW_THREADS
  g_usleep(1000000);
  Py_END_ALLOW_THREADS
  Py_XDECREF(PyObject_CallObject(listener, NULL));
  PyGILState_Release(state);
}

static gpointer work(gpointer data) {
  report();
  return NULL;
}

static PyObject *start(PyObject *self, PyObject *unused) {
  report();
  g_thread_unref(g_thread_new("work", work, NULL));
  Py_RETURN_NONE;
}

static PyMethodDef methods[] = {{"start", start, METH_NOARGS, NULL}, {NULL, NULL, 0, NULL}};
static struct PyModuleDef module = {PyModuleDef_HEAD_INIT, "demo", NULL, -1, methods, NULL, NULL, NULL, NULL};
PyMODINIT_FUNC PyInit_demo(void) { return PyModule_Create(&module); }
