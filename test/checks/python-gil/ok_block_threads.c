// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// FLAGS: python
//
// Inside, the GIL is taken back for as long as Python is used.
#define PY_SSIZE_T_CLEAN
#include <Python.h>
#include <unistd.h>

static PyObject *flush(PyObject *self, PyObject *unused) {
  Py_BEGIN_ALLOW_THREADS
  if (fsync(1) < 0) {
    Py_BLOCK_THREADS
    PyErr_SetFromErrno(PyExc_OSError);
    Py_UNBLOCK_THREADS
  }
  Py_END_ALLOW_THREADS
  if (PyErr_Occurred())
    return NULL;
  Py_RETURN_NONE;
}

static PyMethodDef methods[] = {{"flush", flush, METH_NOARGS, NULL}, {NULL, NULL, 0, NULL}};
static struct PyModuleDef module = {PyModuleDef_HEAD_INIT, "demo", NULL, -1, methods, NULL, NULL, NULL, NULL};
PyMODINIT_FUNC PyInit_demo(void) { return PyModule_Create(&module); }
