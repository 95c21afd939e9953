// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Q006 as fixed: each do_* posts its gui_do_* to the object's thread.
#include "gui.h"

MphoneForm::MphoneForm() : callRedial(new QAction(this)), callMute(new QAction(this)) {}

void MphoneForm::phoneRedial() { setWindowTitle(QStringLiteral("Dialling")); }

void t_gui::do_redial() { QMetaObject::invokeMethod(this, "gui_do_redial"); }

void t_gui::do_mute(bool on) { QMetaObject::invokeMethod(this, "gui_do_mute", Q_ARG(bool, on)); }

void t_gui::gui_do_redial() {
  if (mainWindow->callRedial->isEnabled())
    mainWindow->phoneRedial();
}

void t_gui::gui_do_mute(bool on) { mainWindow->callMute->setChecked(on); }
