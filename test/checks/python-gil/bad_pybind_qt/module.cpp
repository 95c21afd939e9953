// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// FLAGS: qt5+pybind
//
// A Qt panel for Python, bound with pybind11: the application's loop keeps the GIL, and the thread that takes samples calls the
// listener without it.
#include "panel.h"
#include <QApplication>

namespace py = pybind11;

static int run(py::function listener) {
  static int count = 1;
  static char name[] = "panel", *arguments[] = {name, nullptr};
  QApplication application(count, arguments);
  Panel panel(listener);
  return panel.show_and_wait();
}

PYBIND11_MODULE(panel, m) {
  m.doc() = "a panel with a button";
  m.def("run", &run, py::arg("listener"));
}
