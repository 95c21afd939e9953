// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// FLAGS: pybind
//
// Functions, methods and lambdas given to pybind11 are called with the GIL held.
#include <pybind11/functional.h>
#include <pybind11/pybind11.h>
#include <future>
#include <thread>

namespace py = pybind11;

static int solve(int size) {
  std::future<int> answer = std::async(std::launch::async, [size] { return size * size; });
  return answer.get(); // EXPECT(high): python-gil
}

struct Motor {
  void home() { std::this_thread::sleep_for(std::chrono::seconds(3)); } // EXPECT(high): python-gil
  int position = 0;
};

PYBIND11_MODULE(demo, m) {
  m.def("solve", &solve, py::arg("size"));
  m.def("pause", [](int) { std::this_thread::sleep_for(std::chrono::milliseconds(200)); }); // EXPECT(high): python-gil
  py::class_<Motor>(m, "Motor").def(py::init<>()).def("home", &Motor::home).def_readwrite("position", &Motor::position);
}
