// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// FLAGS: python
//
// Names are looked up, and answers waited for, with the GIL held, some calls below the method.
#define PY_SSIZE_T_CLEAN
#include <Python.h>
#include <netdb.h>
#include <sys/socket.h>

static int look_up(const char *host) {
  struct addrinfo *found = NULL;
  int error = getaddrinfo(host, "80", NULL, &found); // EXPECT(high): python-gil
  // CHAIN: probe -> reach -> look_up
  if (!error)
    freeaddrinfo(found);
  return error;
}

static int reach(int fd, const char *host) {
  char answer[64];
  if (look_up(host))
    return -1;
  return (int)recv(fd, answer, sizeof answer, 0); // EXPECT(high): python-gil
}

static PyObject *probe(PyObject *self, PyObject *args) {
  const char *host;
  int fd;
  if (!PyArg_ParseTuple(args, "is", &fd, &host))
    return NULL;
  return PyLong_FromLong(reach(fd, host));
}

static PyMethodDef methods[] = {{"probe", probe, METH_VARARGS, NULL}, {NULL, NULL, 0, NULL}};
static struct PyModuleDef module = {PyModuleDef_HEAD_INIT, "demo", NULL, -1, methods, NULL, NULL, NULL, NULL};
PyMODINIT_FUNC PyInit_demo(void) { return PyModule_Create(&module); }
