// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Q042, qTox: joining a group call, from a button's slot, moves the audio timer to the core's thread and then starts
// it.
#include "core.h"

void Core::joinGroupCall(int group) {
  sendAudioTimer = new QTimer;
  sendAudioTimer->setInterval(20 + group);
  sendAudioTimer->setSingleShot(true);
  sendAudioTimer->moveToThread(coreThread);
  connect(sendAudioTimer, &QTimer::timeout, &Core::sendGroupCallAudio);
  sendAudioTimer->start(); // EXPECT: qobject-wrong-thread
}

void Core::sendGroupCallAudio() {}
// CHAIN: GroupChatForm::onCallClicked -> Core::joinGroupCall
