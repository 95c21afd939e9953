// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// FLAGS: qt5+python
//
// Classes of the project that take the GIL, and that give it up, for a scope.
#define PY_SSIZE_T_CLEAN
#include <Python.h>
#include <QEventLoop>
#include <QThread>

class TakeGil {
public:
  TakeGil() : state(PyGILState_Ensure()) {}
  ~TakeGil() { PyGILState_Release(state); }
  TakeGil(const TakeGil &) = delete;

private:
  PyGILState_STATE state;
};

class WithoutGil {
public:
  WithoutGil() : state(PyEval_SaveThread()) {}
  ~WithoutGil() { PyEval_RestoreThread(state); }
  WithoutGil(const WithoutGil &) = delete;

private:
  PyThreadState *state;
};

static PyObject *listener;

class Worker : public QThread {
  void run() override {
    TakeGil gil;
    Py_XDECREF(PyObject_CallObject(listener, nullptr));
    {
      WithoutGil pause;
      msleep(500);
    }
    Py_XDECREF(PyObject_CallObject(listener, nullptr));
  }
};

static PyObject *work(PyObject *, PyObject *) {
  Worker *worker = new Worker;
  QEventLoop loop;
  QObject::connect(worker, &QThread::finished, &loop, &QEventLoop::quit);
  worker->start();
  WithoutGil pause;
  loop.exec();
  return nullptr;
}

static PyMethodDef methods[] = {{"work", work, METH_NOARGS, nullptr}, {nullptr, nullptr, 0, nullptr}};
extern PyMethodDef *table;
PyMethodDef *table = methods;
