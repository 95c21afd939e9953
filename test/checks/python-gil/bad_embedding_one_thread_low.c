// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// FLAGS: gtk3+python
//
// Whether the scripts start threads is not seen: told only when asked for.
#define PY_SSIZE_T_CLEAN
#include <Python.h>
#include <gtk/gtk.h>

int main(int argc, char **argv) {
  gtk_init(&argc, &argv);
  Py_Initialize();
  PyRun_SimpleString("import jobs; jobs.start()");
  gtk_main(); // EXPECT(low): python-gil
  Py_Finalize();
  return 0;
}
