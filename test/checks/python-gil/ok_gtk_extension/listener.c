// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "viewer.h"

void call_listener(PyObject *listener, const char *format, ...) {
  va_list values;
  PyGILState_STATE state = PyGILState_Ensure();
  va_start(values, format);
  PyObject *arguments = Py_VaBuildValue(format, values);
  va_end(values);
  PyObject *result = arguments ? PyObject_CallObject(listener, arguments) : NULL;
  if (!result)
    PyErr_Print();
  Py_XDECREF(result);
  Py_XDECREF(arguments);
  PyGILState_Release(state);
}
