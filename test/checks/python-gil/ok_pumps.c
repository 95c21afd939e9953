// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// FLAGS: gtk3+python
//
// What waits already is worked off, and nothing is waited for.
#define PY_SSIZE_T_CLEAN
#include <Python.h>
#include <gtk/gtk.h>

static PyObject *refresh(PyObject *self, PyObject *unused) {
  while (gtk_events_pending())
    gtk_main_iteration();
  g_main_context_iteration(NULL, FALSE);
  gtk_main_iteration_do(FALSE);
  Py_RETURN_NONE;
}

static PyMethodDef methods[] = {{"refresh", refresh, METH_NOARGS, NULL}, {NULL, NULL, 0, NULL}};
static struct PyModuleDef module = {PyModuleDef_HEAD_INIT, "demo", NULL, -1, methods, NULL, NULL, NULL, NULL};
PyMODINIT_FUNC PyInit_demo(void) { return PyModule_Create(&module); }
