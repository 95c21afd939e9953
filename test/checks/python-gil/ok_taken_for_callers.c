// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// FLAGS: glib+python
//
// Functions whose job is to take the GIL, or to try to, for their callers; the result says whether they did.
#define PY_SSIZE_T_CLEAN
#include <Python.h>
#include <glib.h>

static PyObject *listener;
static gboolean closing;

static gboolean enter_python(PyGILState_STATE *state) {
  if (closing)
    return FALSE;
  *state = PyGILState_Ensure();
  if (!listener) {
    PyGILState_Release(*state);
    return FALSE;
  }
  return TRUE;
}

static void start_python(void) { Py_InitializeEx(0); }

static gpointer work(gpointer data) {
  PyGILState_STATE state;
  if (!enter_python(&state))
    return NULL;
  Py_XDECREF(PyObject_CallObject(listener, NULL));
  PyGILState_Release(state);
  return NULL;
}

static gboolean start(gpointer data) {
  start_python();
  PyEval_SaveThread();
  g_thread_unref(g_thread_new("work", work, NULL));
  return G_SOURCE_REMOVE;
}

static gboolean start_and_keep(gpointer data) {
  start_python();
  return G_SOURCE_REMOVE;
}

void prepare(gboolean keep) { g_idle_add(keep ? start_and_keep : start, NULL); }
