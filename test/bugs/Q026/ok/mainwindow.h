// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The main window with its notification bar.
#pragma once
#include <QLabel>
#include <QMainWindow>

class NotificationWidget : public QLabel {
  Q_OBJECT
public:
  using QLabel::QLabel;
  void showNotification(const QString &text);
};

class MainWindow : public QMainWindow {
  Q_OBJECT
public:
  MainWindow();
  static MainWindow *instance();
  NotificationWidget *getNotificationWidget() { return notification; }

private:
  NotificationWidget *notification;
};
