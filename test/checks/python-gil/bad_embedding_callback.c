// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// FLAGS: gtk3+python
//
// The GIL is given up before the main loop, and a timeout of that loop runs a script without it.
#define PY_SSIZE_T_CLEAN
#include <Python.h>
#include <gtk/gtk.h>

static gboolean tick(gpointer data) {
  PyRun_SimpleString("jobs.tick()"); // EXPECT(high): python-gil
  return G_SOURCE_CONTINUE;
}

int main(int argc, char **argv) {
  gtk_init(&argc, &argv);
  Py_Initialize();
  PyThreadState *saved = PyEval_SaveThread();
  g_timeout_add_seconds(1, tick, NULL);
  gtk_main();
  PyRun_SimpleString("jobs.end()"); // EXPECT(high): python-gil
  PyEval_RestoreThread(saved);
  Py_Finalize();
  return 0;
}
