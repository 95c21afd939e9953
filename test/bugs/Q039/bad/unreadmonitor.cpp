// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Q039, birdtray: the monitor moves itself to its own thread. One member timer is its child and moves along, the other
// has no parent and stays on main; a slot that runs in the thread starts and stops it (told with the move).
#include "unreadmonitor.h"

UnreadMonitor::UnreadMonitor(Settings *settings) : settings(settings), mChangedMSFtimer(this) {
  connect(settings, &Settings::settingsChanged, this, &UnreadMonitor::slotSettingsChanged);
  connect(&mChangedMSFtimer, &QTimer::timeout, this, &UnreadMonitor::updateUnread);
  connect(&mForceUpdateTimer, &QTimer::timeout, this, &UnreadMonitor::updateUnread);
  mChangedMSFtimer.setSingleShot(true);
  moveToThread(this); // EXPECT: qt-move-to-thread
}

void UnreadMonitor::run() {
  mChangedMSFtimer.start(1000);
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
