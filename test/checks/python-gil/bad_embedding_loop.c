// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// FLAGS: gtk3+python
//
// A program that embeds Python: main() keeps the GIL from Py_Initialize() on, and the scripts' thread never gets it.
#define PY_SSIZE_T_CLEAN
#include <Python.h>
#include <gtk/gtk.h>

static gpointer run_scripts(gpointer data) {
  PyGILState_STATE state = PyGILState_Ensure();
  PyRun_SimpleString("import jobs; jobs.run()");
  PyGILState_Release(state);
  return NULL;
}

int main(int argc, char **argv) {
  gtk_init(&argc, &argv);
  Py_Initialize();
  GThread *scripts = g_thread_new("scripts", run_scripts, NULL);
  gtk_main(); // EXPECT(high): python-gil
  g_thread_join(scripts); // EXPECT(high): python-gil
  Py_Finalize();
  return 0;
}
