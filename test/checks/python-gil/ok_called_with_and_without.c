// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// FLAGS: python
//
// A helper that is only called where the GIL is held, next to one whose callers are not seen at all.
#define PY_SSIZE_T_CLEAN
#include <Python.h>
#include <unistd.h>

PyObject *made_elsewhere(const char *text);
PyObject *made_elsewhere(const char *text) { return PyUnicode_FromString(text); }

static PyObject *quoted(const char *text) { return PyUnicode_FromFormat("'%s'", text); }

static PyObject *name(PyObject *self, PyObject *unused) { return quoted("demo"); }

static PyMethodDef methods[] = {{"name", name, METH_NOARGS, NULL}, {NULL, NULL, 0, NULL}};
static struct PyModuleDef module = {PyModuleDef_HEAD_INIT, "demo", NULL, -1, methods, NULL, NULL, NULL, NULL};
PyMODINIT_FUNC PyInit_demo(void) { return PyModule_Create(&module); }
