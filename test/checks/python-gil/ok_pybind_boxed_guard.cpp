// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// FLAGS: pybind
//
// The guard is in a box: whether it is there is not followed, and nothing is said from there on.
#include <memory>
#include <optional>
#include <pybind11/pybind11.h>
#include <thread>

namespace py = pybind11;

static void wait() { std::this_thread::sleep_for(std::chrono::seconds(1)); }

static void wait_if(bool release) {
  std::optional<py::gil_scoped_release> guard;
  if (release)
    guard.emplace();
  wait();
}

static void wait_and_print() {
  auto guard = std::make_unique<py::gil_scoped_release>();
  wait();
  guard.reset();
  py::print("done");
}

PYBIND11_MODULE(demo, m) {
  m.def("wait_if", &wait_if);
  m.def("wait_and_print", &wait_and_print);
}
