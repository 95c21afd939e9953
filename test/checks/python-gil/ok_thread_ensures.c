// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// FLAGS: glib+python
//
// The thread takes the GIL around each use of Python, also with an early return.
#define PY_SSIZE_T_CLEAN
#include <Python.h>
#include <glib.h>

static PyObject *listener;

static gboolean tell(long done) {
  PyGILState_STATE state = PyGILState_Ensure();
  PyObject *result = PyObject_CallFunction(listener, "l", done);
  if (!result) {
    PyErr_Print();
    PyGILState_Release(state);
    return FALSE;
  }
  Py_DECREF(result);
  PyGILState_Release(state);
  return TRUE;
}

static gpointer count(gpointer data) {
  for (long done = 0; done < 100 && tell(done); ++done)
    g_usleep(100000);
  return NULL;
}

static PyObject *start(PyObject *self, PyObject *unused) {
  g_thread_unref(g_thread_new("count", count, NULL));
  Py_RETURN_NONE;
}

static PyMethodDef methods[] = {{"start", start, METH_NOARGS, NULL}, {NULL, NULL, 0, NULL}};
static struct PyModuleDef module = {PyModuleDef_HEAD_INIT, "demo", NULL, -1, methods, NULL, NULL, NULL, NULL};
PyMODINIT_FUNC PyInit_demo(void) { return PyModule_Create(&module); }
