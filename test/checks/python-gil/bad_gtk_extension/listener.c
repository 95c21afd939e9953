// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "viewer.h"

void call_listener(PyObject *listener, const char *format, ...) {
  va_list values;
  va_start(values, format);
  PyObject *arguments = Py_VaBuildValue(format, values); // EXPECT(high): python-gil
  va_end(values);
  PyObject *result = arguments ? PyObject_CallObject(listener, arguments) : NULL;
  if (!result)
    PyErr_Print();
  Py_XDECREF(result);
  Py_XDECREF(arguments);
}
