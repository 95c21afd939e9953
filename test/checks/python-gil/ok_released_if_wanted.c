// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// FLAGS: glib+python
//
// Whether there are threads at all is a flag: where it decides over giving up and taking back, nothing is known, and nothing said.
#define PY_SSIZE_T_CLEAN
#include <Python.h>
#include <glib.h>

static gboolean threads_enabled;

static PyObject *pause_a_while(PyObject *self, PyObject *unused) {
  PyThreadState *save = NULL;
  if (threads_enabled)
    save = PyEval_SaveThread();
  g_usleep(2000000);
  if (threads_enabled)
    PyEval_RestoreThread(save);
  Py_RETURN_NONE;
}

static PyObject *enable(PyObject *self, PyObject *unused) {
  threads_enabled = TRUE;
  Py_RETURN_NONE;
}

static PyMethodDef methods[] = {
    {"pause", pause_a_while, METH_NOARGS, NULL}, {"enable", enable, METH_NOARGS, NULL}, {NULL, NULL, 0, NULL}};
static struct PyModuleDef module = {PyModuleDef_HEAD_INIT, "demo", NULL, -1, methods, NULL, NULL, NULL, NULL};
PyMODINIT_FUNC PyInit_demo(void) { return PyModule_Create(&module); }
