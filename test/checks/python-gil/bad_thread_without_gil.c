// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// FLAGS: glib+python
//
// A thread of the module's own reports to Python without taking the GIL.
#define PY_SSIZE_T_CLEAN
#include <Python.h>
#include <glib.h>

static PyObject *listener;

static void tell(long done) {
  PyObject *result = PyObject_CallFunction(listener, "l", done); // EXPECT(high): python-gil
  // CHAIN: start -> count -> tell
  Py_XDECREF(result);
}

static gpointer count(gpointer data) {
  for (long done = 0; done < 100; ++done)
    tell(done);
  return NULL;
}

static PyObject *start(PyObject *self, PyObject *unused) {
  g_thread_unref(g_thread_new("count", count, NULL));
  Py_RETURN_NONE;
}

static PyMethodDef methods[] = {{"start", start, METH_NOARGS, NULL}, {NULL, NULL, 0, NULL}};
static struct PyModuleDef module = {PyModuleDef_HEAD_INIT, "demo", NULL, -1, methods, NULL, NULL, NULL, NULL};
PyMODINIT_FUNC PyInit_demo(void) { return PyModule_Create(&module); }
