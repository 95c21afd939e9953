// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The graphical interface.
#pragma once
#include "userintf.h"
#include <QMainWindow>

class t_gui : public QObject, public t_userintf {
  Q_OBJECT
public:
  void cmd_show() override;
  void cmd_hide() override;
  QMainWindow mainWindow;
private slots:
  void gui_cmd_show();
  void gui_cmd_hide();
};
