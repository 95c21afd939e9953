// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// FLAGS: pybind
//
// The lock object has no name: it lets go of the GIL in the same line.
#include <functional>
#include <pybind11/pybind11.h>
#include <thread>

namespace py = pybind11;

static void watch(py::function listener) {
  std::thread([listener] {
    py::gil_scoped_acquire();
    listener(1); // EXPECT(high): python-gil
  }).detach();
}

static void join_it(py::function listener) {
  std::thread watcher([listener] {
    py::gil_scoped_acquire gil;
    listener(1);
  });
  watcher.join(); // EXPECT(high): python-gil
}

PYBIND11_MODULE(demo, m) {
  m.def("watch", &watch);
  m.def("join_it", &join_it);
}
