// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Geometry of displays.
#pragma once
#include <QWidget>

inline QSize GetPixelSize(QWidget *widget) { return widget->size() * widget->devicePixelRatio(); }
