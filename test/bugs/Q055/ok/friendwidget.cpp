// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Q055, fixed: with the widget as context object the connection ends with it.
#include "friendwidget.h"

FriendWidget::FriendWidget(Friend *contact) {
  connect(contact, &Friend::displayedNameChanged, this, &QLabel::setText);
  connect(contact, &Friend::displayedNameChanged, this, [this](const QString &) { Q_EMIT friendWidgetRenamed(this); });
}
