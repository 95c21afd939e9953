// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// FLAGS: pybind
//
// A std::thread calls the Python function it was given, without the GIL; another does so after it let go of it.
#include <pybind11/functional.h>
#include <pybind11/pybind11.h>
#include <thread>

namespace py = pybind11;

static void watch(py::function listener) {
  std::thread([listener] {
    listener(1); // EXPECT(high): python-gil
  }).detach();
}

static void watch_twice(py::function listener) {
  std::thread([listener] {
    {
      py::gil_scoped_acquire gil;
      listener(1);
    }
    py::print("done"); // EXPECT(high): python-gil
  }).detach();
}

PYBIND11_MODULE(demo, m) {
  m.def("watch", &watch);
  m.def("watch_twice", &watch_twice);
}
