// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// FLAGS: gtk3+python
//
// A small extension module: Python shows a viewer, gets its clicks, and a thread of the module loads pictures for it. The GIL is
// given up around the loop, and taken by all that calls back.
#include "viewer.h"

static PyObject *run(PyObject *self, PyObject *args) {
  PyObject *on_click, *on_loaded;
  const char *file;
  if (!PyArg_ParseTuple(args, "OOs", &on_click, &on_loaded, &file))
    return NULL;
  Viewer *viewer = viewer_new(on_click, on_loaded);
  viewer_load(viewer, file);
  viewer_run(viewer);
  Py_BEGIN_ALLOW_THREADS
  g_thread_join(viewer->loader);
  Py_END_ALLOW_THREADS
  viewer_free(viewer);
  Py_RETURN_NONE;
}

static PyMethodDef methods[] = {{"run", run, METH_VARARGS, "run(on_click, on_loaded, file)"}, {NULL, NULL, 0, NULL}};

static struct PyModuleDef module = {PyModuleDef_HEAD_INIT, "viewer", NULL, -1, methods, NULL, NULL, NULL, NULL};

PyMODINIT_FUNC PyInit_viewer(void) {
  if (!gtk_init_check(NULL, NULL)) {
    PyErr_SetString(PyExc_ImportError, "no display");
    return NULL;
  }
  return PyModule_Create(&module);
}
