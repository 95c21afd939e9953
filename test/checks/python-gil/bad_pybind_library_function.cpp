// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// FLAGS: qt5+pybind
//
// The library's own functions are bound as they are: a main loop, a dialog, a wait. The last is bound with a guard.
#pragma push_macro("slots")
#undef slots
#include <pybind11/pybind11.h>
#pragma pop_macro("slots")
#include <QApplication>
#include <QDialog>
#include <future>
#include <thread>

namespace py = pybind11;

PYBIND11_MODULE(widgets, m) {
  py::class_<QApplication>(m, "QApplication")
      .def_static("exec", &QApplication::exec) // EXPECT(high): python-gil
      .def_static("quit", &QApplication::quit);
  py::class_<QDialog>(m, "QDialog")
      .def("exec", &QDialog::exec) // EXPECT(high): python-gil
      .def("show", &QDialog::show);
  py::class_<std::thread>(m, "Thread").def("join", &std::thread::join); // EXPECT(high): python-gil
  py::class_<std::future<void>>(m, "Future").def("wait", &std::future<void>::wait, py::call_guard<py::gil_scoped_release>());
}
