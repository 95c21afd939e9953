// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Q042 as fixed: joinGroupCall belongs to the GUI thread, and so does its timer.
#include "core.h"

void Core::joinGroupCall(int group) {
  sendAudioTimer = new QTimer;
  sendAudioTimer->setInterval(20 + group);
  sendAudioTimer->setSingleShot(true);
  connect(sendAudioTimer, &QTimer::timeout, &Core::sendGroupCallAudio);
  sendAudioTimer->start();
}

void Core::sendGroupCallAudio() {}
