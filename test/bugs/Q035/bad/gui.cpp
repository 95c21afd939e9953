// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Q035, Twinkle: an incoming message makes a form and starts the timer that closes idle sessions, all of it in the
// telephone's thread. (In the original the timer is made there too; here it is a main-thread one.)
#include "gui.h"

t_gui::t_gui() : timerUserActivity(new QTimer(this)) {}

bool t_gui::cb_message_request(const std::string &text) {
  addMessageSession(QString::fromStdString(text));
  return true;
}

void t_gui::addMessageSession(const QString &text) {
  auto *view = new MessageFormView; // EXPECT: qt-off-main-thread
  sessions.append(view);
  view->setPlainText(text);       // EXPECT: qt-off-main-thread
  timerUserActivity->start(1000); // EXPECT: qobject-wrong-thread
}

bool t_gui::do_cb_message_request(const QString &) { return false; }
// CHAIN: t_phone::run -> t_dialog::recvd_message -> t_gui::cb_message_request -> t_gui::addMessageSession
