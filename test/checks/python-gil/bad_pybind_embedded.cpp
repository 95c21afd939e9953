// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// FLAGS: qt5+pybind
//
// A Qt program that embeds Python: the interpreter's guard holds the GIL while the application runs.
#undef slots
#include <pybind11/embed.h>
#define slots Q_SLOTS
#include <QApplication>
#include <thread>

namespace py = pybind11;

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  py::scoped_interpreter python;
  std::thread scripts([] {
    py::gil_scoped_acquire gil;
    py::exec("import jobs");
  });
  int result = app.exec(); // EXPECT(high): python-gil
  py::gil_scoped_release release;
  scripts.join();
  return result;
}
