// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The graphical interface.
#pragma once
#include "userintf.h"
#include <QAction>
#include <QWidget>

class MphoneForm : public QWidget {
  Q_OBJECT
public:
  MphoneForm();
  void phoneRedial();
  QAction *callRedial;
  QAction *callMute;
};

class t_gui : public QObject, public t_userintf {
  Q_OBJECT
public:
  explicit t_gui(MphoneForm *window) : mainWindow(window) {}
private slots:
  void gui_do_redial();
  void gui_do_mute(bool on);

protected:
  void do_redial() override;
  void do_mute(bool on) override;

private:
  MphoneForm *mainWindow;
};
