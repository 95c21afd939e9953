// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// FLAGS: python
//
// The same waits with the GIL given up: in the method, and in a helper of the project's that does so for a call.
#define PY_SSIZE_T_CLEAN
#include <Python.h>
#include <netdb.h>
#include <sys/socket.h>

static int look_up(const char *host) {
  struct addrinfo *found = NULL;
  int error = getaddrinfo(host, "80", NULL, &found);
  if (!error)
    freeaddrinfo(found);
  return error;
}

static PyThreadState *leave_python(void) { return PyEval_SaveThread(); }
static void enter_python(PyThreadState *state) { PyEval_RestoreThread(state); }

static PyObject *probe(PyObject *self, PyObject *args) {
  const char *host;
  int fd, error;
  char answer[64];
  long got;
  if (!PyArg_ParseTuple(args, "is", &fd, &host))
    return NULL;
  Py_BEGIN_ALLOW_THREADS
  error = look_up(host);
  Py_END_ALLOW_THREADS
  if (error)
    return PyErr_Format(PyExc_OSError, "%s: no such host", host);
  PyThreadState *state = leave_python();
  got = recv(fd, answer, sizeof answer, 0);
  enter_python(state);
  return PyLong_FromLong(got);
}

static PyMethodDef methods[] = {{"probe", probe, METH_VARARGS, NULL}, {NULL, NULL, 0, NULL}};
static struct PyModuleDef module = {PyModuleDef_HEAD_INIT, "demo", NULL, -1, methods, NULL, NULL, NULL, NULL};
PyMODINIT_FUNC PyInit_demo(void) { return PyModule_Create(&module); }
