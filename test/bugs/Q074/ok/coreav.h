// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once
#include <QObject>
#include <QThread>
#include <QTimer>

class CoreAV : public QObject {
  Q_OBJECT
public:
  CoreAV();
  ~CoreAV() override;
  void start() { thread->start(); }
  bool answerCall(int friendId);
Q_SIGNALS:
  void avInvite(int friendId);
private Q_SLOTS:
  void begin();
  void process();

private:
  QThread *thread;
  QTimer *iterate = nullptr;
};
