// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// FLAGS: glib+python
//
// The thread can take the GIL while stop() waits for it.
#define PY_SSIZE_T_CLEAN
#include <Python.h>
#include <glib.h>

static PyObject *listener;
static GThread *thread;

static gpointer work(gpointer data) {
  PyGILState_STATE state = PyGILState_Ensure();
  Py_XDECREF(PyObject_CallObject(listener, NULL));
  PyGILState_Release(state);
  return NULL;
}

static PyObject *start(PyObject *self, PyObject *unused) {
  thread = g_thread_new("work", work, NULL);
  Py_RETURN_NONE;
}

static PyObject *stop(PyObject *self, PyObject *unused) {
  Py_BEGIN_ALLOW_THREADS
  g_thread_join(thread);
  Py_END_ALLOW_THREADS
  Py_RETURN_NONE;
}

static PyMethodDef methods[] = {
    {"start", start, METH_NOARGS, NULL}, {"stop", stop, METH_NOARGS, NULL}, {NULL, NULL, 0, NULL}};
static struct PyModuleDef module = {PyModuleDef_HEAD_INIT, "demo", NULL, -1, methods, NULL, NULL, NULL, NULL};
PyMODINIT_FUNC PyInit_demo(void) { return PyModule_Create(&module); }
