// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// FLAGS: pybind
//
// The thread drops its py::object after it gave the GIL back. Copies and ends of values of outside classes are not recorded.
#include <pybind11/functional.h>
#include <pybind11/pybind11.h>
#include <thread>

namespace py = pybind11;

static void watch(py::function listener) {
  std::thread([listener] {
    py::object result;
    {
      py::gil_scoped_acquire gil;
      result = listener(1);
    }
  }).detach(); // EXPECT: python-gil
}

PYBIND11_MODULE(demo, m) { m.def("watch", &watch); }
