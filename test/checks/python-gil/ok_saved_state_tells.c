// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// FLAGS: python
//
// The saved state is not NULL where the GIL was given up: that is the condition for taking it back.
#define PY_SSIZE_T_CLEAN
#include <Python.h>
#include <unistd.h>

#define ALLOW_THREADS 1
#define BEGIN_CALLS(flags)                                                                                             \
  do {                                                                                                                 \
    PyThreadState *calls_thread;                                                                                       \
    if ((flags) & ALLOW_THREADS)                                                                                       \
      calls_thread = PyEval_SaveThread();                                                                              \
    else                                                                                                               \
      calls_thread = NULL
#define END_CALLS()                                                                                                    \
    if (calls_thread)                                                                                                  \
      PyEval_RestoreThread(calls_thread);                                                                              \
  } while (0)

static PyObject *flush(PyObject *self, PyObject *unused) {
  BEGIN_CALLS(ALLOW_THREADS);
  fsync(1);
  END_CALLS();
  Py_RETURN_NONE;
}

static PyObject *flush_if(PyObject *self, PyObject *fd) {
  PyThreadState *state = NULL;
  if (PyLong_Check(fd))
    state = PyEval_SaveThread();
  write(1, "", 0);
  if (state)
    PyEval_RestoreThread(state);
  Py_RETURN_NONE;
}

static PyMethodDef methods[] = {
    {"flush", flush, METH_NOARGS, NULL}, {"flush_if", flush_if, METH_O, NULL}, {NULL, NULL, 0, NULL}};
static struct PyModuleDef module = {PyModuleDef_HEAD_INIT, "demo", NULL, -1, methods, NULL, NULL, NULL, NULL};
PyMODINIT_FUNC PyInit_demo(void) { return PyModule_Create(&module); }
