// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The dialog that asks for leave.
#pragma once
#include <QDialog>

class ReferPermissionDialog : public QDialog {
  Q_OBJECT
public:
  QString who;
};
