// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Q043 as fixed: no timer; the mixer knows when a sound has ended.
#include "audio.h"

Audio::Audio() : audioThread(new QThread), timer(nullptr) {}

Audio &Audio::getInstance() {
  static Audio instance;
  return instance;
}

void Audio::startAudioThread() {
  if (!audioThread->isRunning())
    audioThread->start();
  moveToThread(audioThread);
}

void Audio::playMono16Sound(const QByteArray &data) { playing += data.isEmpty() ? 0 : 1; }

void Audio::playFinished() { --playing; }
