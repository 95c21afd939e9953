// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Q035 as fixed: the callback posts and waits for the answer.
#include "gui.h"

t_gui::t_gui() : timerUserActivity(new QTimer(this)) {}

bool t_gui::cb_message_request(const std::string &text) {
  bool accepted = false;
  QMetaObject::invokeMethod(this, "do_cb_message_request", Qt::BlockingQueuedConnection, Q_RETURN_ARG(bool, accepted),
                            Q_ARG(QString, QString::fromStdString(text)));
  return accepted;
}

void t_gui::addMessageSession(const QString &text) {
  auto *view = new MessageFormView;
  sessions.append(view);
  view->setPlainText(text);
  timerUserActivity->start(1000);
}

bool t_gui::do_cb_message_request(const QString &text) {
  addMessageSession(text);
  return true;
}
