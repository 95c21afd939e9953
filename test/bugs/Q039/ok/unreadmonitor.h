// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Watches the mail folders in its own thread, which the object is moved to.
#pragma once
#include <QThread>
#include <QTimer>

class Settings : public QObject {
  Q_OBJECT
public:
  int forceUpdateSeconds = 60;
signals:
  void settingsChanged();
};

class UnreadMonitor : public QThread {
  Q_OBJECT
public:
  explicit UnreadMonitor(Settings *settings);
public slots:
  void slotSettingsChanged();
  void updateUnread();

protected:
  void run() override;

private:
  Settings *settings;
  QTimer mChangedMSFtimer;
  QTimer mForceUpdateTimer;
  int updates = 0;
};
