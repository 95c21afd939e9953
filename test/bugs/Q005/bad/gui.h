// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The graphical interface.
#pragma once
#include "userintf.h"
#include <QObject>

class MphoneForm;

class t_gui : public QObject, public t_userintf {
  Q_OBJECT
public:
  t_gui();
  void run() override;
  void cb_log_updated(bool log_zapped) override;
signals:
  void mw_update_log(bool log_zapped);

private:
  MphoneForm *mainWindow;
};
