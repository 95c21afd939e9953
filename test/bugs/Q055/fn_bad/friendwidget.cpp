// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Q055, qTox: the widget of a friend follows the friend's name with a functor that holds the widget and has no context
// object; the widget can be removed from the list while the friend stays. Not found: raw objects are followed into posts
// and threads, not into connections (docs/limits.md).
#include "friendwidget.h"

FriendWidget::FriendWidget(Friend *contact) {
  connect(contact, &Friend::displayedNameChanged, this, &QLabel::setText);
  connect(contact, &Friend::displayedNameChanged, [this](const QString &) { Q_EMIT friendWidgetRenamed(this); }); // EXPECT: handoff-dangling-capture
}
