// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The graphical interface.
#pragma once
#include "phone.h"
#include <QObject>
#include <QWidget>

class t_gui : public QObject, public t_userintf {
  Q_OBJECT
public:
  explicit t_gui(QWidget *window) : mainWindow(window) {}
  void cb_ask_user_to_refer(const std::string &who) override;
  Q_INVOKABLE void do_cb_ask_user_to_refer(const QString &who);

private:
  QWidget *mainWindow;
};
