// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Q039 as fixed: the timer has the monitor as parent, so it moves along.
#include "unreadmonitor.h"

UnreadMonitor::UnreadMonitor(Settings *settings) : settings(settings), mChangedMSFtimer(this), mForceUpdateTimer(this) {
  connect(settings, &Settings::settingsChanged, this, &UnreadMonitor::slotSettingsChanged);
  connect(&mChangedMSFtimer, &QTimer::timeout, this, &UnreadMonitor::updateUnread);
  connect(&mForceUpdateTimer, &QTimer::timeout, this, &UnreadMonitor::updateUnread);
  mChangedMSFtimer.setSingleShot(true);
  moveToThread(this);
}

void UnreadMonitor::run() {
  mChangedMSFtimer.start(1000);
  mForceUpdateTimer.start(60000);
  exec();
}

void UnreadMonitor::slotSettingsChanged() {
  mChangedMSFtimer.stop();
  if (settings->forceUpdateSeconds > 0)
    mForceUpdateTimer.start(settings->forceUpdateSeconds * 1000);
  else
    mForceUpdateTimer.stop();
}

void UnreadMonitor::updateUnread() { ++updates; }
