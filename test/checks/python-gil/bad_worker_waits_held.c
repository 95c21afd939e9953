// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// FLAGS: glib+python
//
// A worker takes the GIL and waits for work with it.
#define PY_SSIZE_T_CLEAN
#include <Python.h>
#include <glib.h>

static GAsyncQueue *jobs;

static gpointer work(gpointer data) {
  PyGILState_STATE state = PyGILState_Ensure();
  PyObject *job;
  while ((job = g_async_queue_pop(jobs))) { // EXPECT(high): python-gil
    Py_XDECREF(PyObject_CallObject(job, NULL));
    Py_DECREF(job);
  }
  PyGILState_Release(state);
  return NULL;
}

static PyObject *start(PyObject *self, PyObject *unused) {
  jobs = g_async_queue_new();
  g_thread_unref(g_thread_new("work", work, NULL));
  Py_RETURN_NONE;
}

static PyMethodDef methods[] = {{"start", start, METH_NOARGS, NULL}, {NULL, NULL, 0, NULL}};
static struct PyModuleDef module = {PyModuleDef_HEAD_INIT, "demo", NULL, -1, methods, NULL, NULL, NULL, NULL};
PyMODINIT_FUNC PyInit_demo(void) { return PyModule_Create(&module); }
