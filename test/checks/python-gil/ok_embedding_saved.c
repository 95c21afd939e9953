// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// FLAGS: gtk3+python
//
// main() gives the GIL up for as long as its main loop runs; handlers and threads take it.
#define PY_SSIZE_T_CLEAN
#include <Python.h>
#include <gtk/gtk.h>

static gpointer run_scripts(gpointer data) {
  PyGILState_STATE state = PyGILState_Ensure();
  PyRun_SimpleString("import jobs; jobs.run()");
  PyGILState_Release(state);
  return NULL;
}

static gboolean tick(gpointer data) {
  PyGILState_STATE state = PyGILState_Ensure();
  PyRun_SimpleString("jobs.tick()");
  PyGILState_Release(state);
  return G_SOURCE_CONTINUE;
}

int main(int argc, char **argv) {
  gtk_init(&argc, &argv);
  Py_Initialize();
  PyRun_SimpleString("import jobs");
  PyThreadState *saved = PyEval_SaveThread();
  GThread *scripts = g_thread_new("scripts", run_scripts, NULL);
  g_timeout_add_seconds(1, tick, NULL);
  gtk_main();
  g_thread_join(scripts);
  PyEval_RestoreThread(saved);
  Py_Finalize();
  return 0;
}
