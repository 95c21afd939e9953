// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// FLAGS: pybind
//
// The GIL is given up by a guard that the function is bound with, or in the function.
#include <pybind11/functional.h>
#include <pybind11/pybind11.h>
#include <future>
#include <thread>

namespace py = pybind11;

static int solve(int size) {
  std::future<int> answer = std::async(std::launch::async, [size] { return size * size; });
  return answer.get();
}

struct Motor {
  void home() { std::this_thread::sleep_for(std::chrono::seconds(3)); }
  py::str name() {
    {
      py::gil_scoped_release release;
      home();
    }
    return py::str("motor");
  }
};

PYBIND11_MODULE(demo, m) {
  m.def("solve", &solve, py::arg("size"), py::call_guard<py::gil_scoped_release>());
  m.def("pause", [](int) {
    py::gil_scoped_release release;
    std::this_thread::sleep_for(std::chrono::milliseconds(200));
  });
  py::class_<Motor>(m, "Motor")
      .def(py::init<>())
      .def("home", &Motor::home, py::call_guard<py::gil_scoped_release>())
      .def("name", &Motor::name);
}
