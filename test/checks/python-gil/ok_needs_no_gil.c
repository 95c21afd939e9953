// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// FLAGS: glib+python
//
// What may be called without the GIL: raw memory, reading what somebody keeps alive, asking for a call by the main thread.
#define PY_SSIZE_T_CLEAN
#include <Python.h>
#include <glib.h>
#include <string.h>

static PyObject *bytes;

static int told(void *data) {
  PyErr_SetString(PyExc_RuntimeError, "stopped");
  return -1;
}

static gpointer work(gpointer data) {
  char *copy = PyMem_RawMalloc(PyBytes_GET_SIZE(bytes) + 1);
  memcpy(copy, PyBytes_AS_STRING(bytes), PyBytes_GET_SIZE(bytes));
  PyMem_RawFree(copy);
  if (Py_IsInitialized() && !PyGILState_GetThisThreadState())
    Py_AddPendingCall(told, NULL);
  return NULL;
}

static PyObject *start(PyObject *self, PyObject *unused) {
  g_thread_unref(g_thread_new("work", work, NULL));
  Py_RETURN_NONE;
}

static PyMethodDef methods[] = {{"start", start, METH_NOARGS, NULL}, {NULL, NULL, 0, NULL}};
static struct PyModuleDef module = {PyModuleDef_HEAD_INIT, "demo", NULL, -1, methods, NULL, NULL, NULL, NULL};
PyMODINIT_FUNC PyInit_demo(void) { return PyModule_Create(&module); }
