// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once
#include <QMutex>
#include <QObject>
#include <QTimer>

class Core : public QObject {
  Q_OBJECT
public:
  void start();
  void acceptAvatar(int friendId);
Q_SIGNALS:
  void fileAvatarOfferReceived(int friendId);

private:
  void process();
  QMutex coreLoopLock;
  QTimer *timer = nullptr;
  int accepted = 0;
};
