// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// FLAGS: glib+python
//
// A file of this machine is read with the GIL held: short, as Python's own calls are.
#define PY_SSIZE_T_CLEAN
#include <Python.h>
#include <gio/gio.h>
#include <stdio.h>

static PyObject *size(PyObject *self, PyObject *unused) {
  char *text = NULL;
  gsize length = 0;
  char line[80];
  FILE *file = fopen("/etc/hostname", "r");
  if (file && !fgets(line, sizeof line, file))
    line[0] = 0;
  if (file)
    fclose(file);
  g_file_get_contents("/etc/hosts", &text, &length, NULL);
  g_free(text);
  g_usleep(1000);
  return PyLong_FromSize_t(length);
}

static PyMethodDef methods[] = {{"size", size, METH_NOARGS, NULL}, {NULL, NULL, 0, NULL}};
static struct PyModuleDef module = {PyModuleDef_HEAD_INIT, "demo", NULL, -1, methods, NULL, NULL, NULL, NULL};
PyMODINIT_FUNC PyInit_demo(void) { return PyModule_Create(&module); }
