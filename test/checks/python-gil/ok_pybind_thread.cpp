// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// FLAGS: pybind
//
// The thread takes the GIL; a std::function made of a Python function takes it by itself.
#include <pybind11/functional.h>
#include <pybind11/pybind11.h>
#include <functional>
#include <thread>

namespace py = pybind11;

static void watch(py::function listener) {
  std::thread([listener] {
    py::gil_scoped_acquire gil;
    listener(1);
  }).detach();
}

static void call_later(std::function<void(int)> listener) {
  std::thread([listener] { listener(1); }).detach();
}

PYBIND11_MODULE(demo, m) {
  m.def("watch", &watch);
  m.def("call_later", &call_later);
}
