// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Q008 as fixed: the callback posts the part that makes the dialog.
#include "gui.h"
#include "referdialog.h"

void t_gui::cb_ask_user_to_refer(const std::string &who) {
  QMetaObject::invokeMethod(this, "do_cb_ask_user_to_refer", Q_ARG(QString, QString::fromStdString(who)));
}

void t_gui::do_cb_ask_user_to_refer(const QString &who) {
  auto *dialog = new ReferPermissionDialog;
  dialog->who = who;
  dialog->show();
}
