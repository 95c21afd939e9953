// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// FLAGS: qt5+python
//
// QThread::run() calls into Python: before it takes the GIL, and after it gave it back.
#define PY_SSIZE_T_CLEAN
#include <Python.h>
#include <QEventLoop>
#include <QThread>

static PyObject *listener;

class Worker : public QThread {
  void run() override {
    PyObject *arguments = PyTuple_New(0); // EXPECT(high): python-gil
    PyGILState_STATE state = PyGILState_Ensure();
    Py_XDECREF(PyObject_CallObject(listener, arguments));
    PyGILState_Release(state);
    Py_DECREF(arguments); // EXPECT(high): python-gil
  }
};

static PyObject *work(PyObject *, PyObject *) {
  Worker *worker = new Worker;
  QEventLoop loop;
  QObject::connect(worker, &QThread::finished, &loop, &QEventLoop::quit);
  worker->start();
  loop.exec(); // EXPECT(high): python-gil
  Py_RETURN_NONE;
}

static PyMethodDef methods[] = {{"work", work, METH_NOARGS, nullptr}, {nullptr, nullptr, 0, nullptr}};
extern PyMethodDef *table;
PyMethodDef *table = methods;
