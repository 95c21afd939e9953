// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Q006, Twinkle: commands from a socket thread run through the text interpreter into virtual functions that the
// graphical interface answers by reading and driving its main window.
// CHECKS: qt-off-main-thread
#include "gui.h"

MphoneForm::MphoneForm() : callRedial(new QAction(this)), callMute(new QAction(this)) {}

void MphoneForm::phoneRedial() {
  setWindowTitle(QStringLiteral("Dialling")); // EXPECT: qt-off-main-thread
}

void t_gui::do_redial() {
  if (mainWindow->callRedial->isEnabled()) // EXPECT: qt-off-main-thread
    mainWindow->phoneRedial();
}

void t_gui::do_mute(bool on) {
  mainWindow->callMute->setChecked(on); // EXPECT: qt-off-main-thread
}

void t_gui::gui_do_redial() {}
void t_gui::gui_do_mute(bool) {}
// CHAIN: cmdsocket::listen_cmd -> t_userintf::cmd_cli -> t_userintf::exec_command -> t_gui::do_redial
