// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// FLAGS: gtk3+python
//
// A loop made of iterations holds the GIL just so.
#define PY_SSIZE_T_CLEAN
#include <Python.h>
#include <gtk/gtk.h>

static gboolean done;

static PyObject *ask(PyObject *self, PyObject *unused) {
  GtkWidget *dialog = gtk_dialog_new();
  gtk_dialog_run(GTK_DIALOG(dialog)); // EXPECT(high): python-gil
  while (!done)
    gtk_main_iteration(); // EXPECT(high): python-gil
  Py_RETURN_NONE;
}

static PyMethodDef methods[] = {{"ask", ask, METH_NOARGS, NULL}, {NULL, NULL, 0, NULL}};
static struct PyModuleDef module = {PyModuleDef_HEAD_INIT, "demo", NULL, -1, methods, NULL, NULL, NULL, NULL};
PyMODINIT_FUNC PyInit_demo(void) { return PyModule_Create(&module); }
