// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// FLAGS: gtk3+python
//
// Scripts run on the main thread only, which holds the GIL all the time: nobody waits for it, as far as can be seen.
#define PY_SSIZE_T_CLEAN
#include <Python.h>
#include <gtk/gtk.h>

static void run_script(GtkButton *button, gpointer script) { PyRun_SimpleString(script); }

int main(int argc, char **argv) {
  gtk_init(&argc, &argv);
  Py_Initialize();
  GtkWidget *button = gtk_button_new();
  g_signal_connect(button, "clicked", G_CALLBACK(run_script), (gpointer)"print(1)");
  gtk_main();
  Py_Finalize();
  return 0;
}
