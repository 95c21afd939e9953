// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The about box.
#pragma once
#include <QDialog>

class MainWindow;

class About : public QDialog {
  Q_OBJECT
public:
  explicit About(MainWindow *window);
};
