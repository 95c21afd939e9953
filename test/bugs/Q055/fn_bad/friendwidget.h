// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once
#include <QLabel>

class Friend : public QObject {
  Q_OBJECT
public:
  void setAlias(const QString &alias) { Q_EMIT displayedNameChanged(alias); }
Q_SIGNALS:
  void displayedNameChanged(const QString &name);
};

class FriendWidget : public QLabel {
  Q_OBJECT
public:
  explicit FriendWidget(Friend *contact);
Q_SIGNALS:
  void friendWidgetRenamed(FriendWidget *widget);
};
