// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Q008, Twinkle: the telephone's event thread asks the user about a call transfer; the graphical interface builds and
// shows a dialog right there. Between entry and call: an event queue, a dialog object, a virtual callback.
// CHECKS: qt-off-main-thread
#include "gui.h"
#include "referdialog.h"

void t_gui::cb_ask_user_to_refer(const std::string &who) {
  auto *dialog = new ReferPermissionDialog; // EXPECT: qt-off-main-thread
  dialog->who = QString::fromStdString(who);
  dialog->show(); // EXPECT: qt-off-main-thread
}

void t_gui::do_cb_ask_user_to_refer(const QString &) {}
// CHAIN: phone_uas_main -> t_phone::run -> t_phone::handle -> t_dialog::recvd_refer -> t_gui::cb_ask_user_to_refer
