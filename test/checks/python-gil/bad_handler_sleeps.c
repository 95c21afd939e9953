// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// FLAGS: gtk3+python
//
// A handler that waits with the GIL held stops the windows as well as Python: the wait is to blame, and is told once.
#define PY_SSIZE_T_CLEAN
#include <Python.h>
#include <gtk/gtk.h>

static void clicked(GtkButton *button, gpointer data) {
  PyGILState_STATE state = PyGILState_Ensure();
  PyRun_SimpleString("step()");
  g_usleep(2000000); // EXPECT: blocking-call-on-main
  PyGILState_Release(state);
}

static PyObject *show(PyObject *self, PyObject *unused) {
  g_signal_connect(gtk_button_new(), "clicked", G_CALLBACK(clicked), NULL);
  Py_BEGIN_ALLOW_THREADS
  gtk_main();
  Py_END_ALLOW_THREADS
  Py_RETURN_NONE;
}

static PyMethodDef methods[] = {{"show", show, METH_NOARGS, NULL}, {NULL, NULL, 0, NULL}};
static struct PyModuleDef module = {PyModuleDef_HEAD_INIT, "demo", NULL, -1, methods, NULL, NULL, NULL, NULL};
PyMODINIT_FUNC PyInit_demo(void) { return PyModule_Create(&module); }
