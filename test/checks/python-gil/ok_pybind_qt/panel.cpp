// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "panel.h"
#include <QApplication>

Panel::Panel(pybind11::function listener) : listener(listener), button("Start", this) {
  QObject::connect(&button, &QPushButton::clicked, this, &Panel::clicked);
  sampler = std::thread([this] { sample(); });
}

Panel::~Panel() {
  pybind11::gil_scoped_release release;
  sampler.join();
}

void Panel::clicked() {
  pybind11::gil_scoped_acquire gil;
  listener("clicked");
}

int Panel::show_and_wait() {
  show();
  pybind11::gil_scoped_release release;
  return QApplication::exec();
}
