// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// FLAGS: python
//
// Python calls the slots of types with the GIL held, whichever way a type is made.
#define PY_SSIZE_T_CLEAN
#include <Python.h>
#include <unistd.h>

typedef struct {
  PyObject_HEAD
  int fd;
} Port;

static void port_dealloc(Port *port) {
  fsync(port->fd); // EXPECT(high): python-gil
  Py_TYPE(port)->tp_free((PyObject *)port);
}

static PyObject *port_state(Port *port, void *closure) {
  usleep(500000); // EXPECT(high): python-gil
  return PyLong_FromLong(port->fd);
}

static int port_length(Port *port) {
  sleep(1); // EXPECT(high): python-gil
  return 0;
}

static PyGetSetDef port_fields[] = {{"state", (getter)port_state, NULL, NULL, NULL}, {NULL, NULL, NULL, NULL, NULL}};
static PyType_Slot port_slots[] = {{Py_tp_dealloc, port_dealloc}, {Py_tp_getset, port_fields}, {0, NULL}};
PyType_Spec port_spec = {"demo.Port", sizeof(Port), 0, Py_TPFLAGS_DEFAULT, port_slots};

static PySequenceMethods as_sequence = {.sq_length = (lenfunc)(void (*)(void))port_length};
PyTypeObject OldPort = {PyVarObject_HEAD_INIT(NULL, 0).tp_name = "demo.OldPort", .tp_as_sequence = &as_sequence};
