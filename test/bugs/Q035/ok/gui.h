// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The graphical interface.
#pragma once
#include "phone.h"
#include <QList>
#include <QTextEdit>
#include <QTimer>

class MessageFormView : public QTextEdit {
  Q_OBJECT
};

class t_gui : public QObject, public t_userintf {
  Q_OBJECT
public:
  t_gui();
  bool cb_message_request(const std::string &text) override;
  void addMessageSession(const QString &text);
public slots:
  bool do_cb_message_request(const QString &text);

private:
  QTimer *timerUserActivity;
  QList<MessageFormView *> sessions;
};
