// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The core's group calls.
#pragma once
#include <QThread>
#include <QTimer>

class Core : public QObject {
  Q_OBJECT
public:
  explicit Core(QThread *thread) : coreThread(thread) {}
  void joinGroupCall(int group);
  static void sendGroupCallAudio();

private:
  QThread *coreThread;
  QTimer *sendAudioTimer = nullptr;
};
