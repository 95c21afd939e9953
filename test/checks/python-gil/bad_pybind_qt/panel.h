// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef PANEL_H
#define PANEL_H
// Qt's `slots` is a name in Python's headers.
#pragma push_macro("slots")
#undef slots
#include <pybind11/functional.h>
#include <pybind11/pybind11.h>
#pragma pop_macro("slots")
#include <QDialog>
#include <QPushButton>
#include <thread>

class Panel : public QDialog {
public:
  explicit Panel(pybind11::function listener);
  ~Panel() override;
  int show_and_wait();
  void sample();

private:
  void clicked();
  pybind11::function listener;
  QPushButton button;
  std::thread sampler;
};

#endif
