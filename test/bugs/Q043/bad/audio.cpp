// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Q043, qTox: the audio object, with its child timer, is moved to the audio thread, and the GUI calls it directly: the
// timer is started on the wrong side.
#include "audio.h"

Audio::Audio() : audioThread(new QThread), timer(new QTimer(this)) {
  timer->setSingleShot(true);
  connect(timer, &QTimer::timeout, this, &Audio::playFinished);
}

Audio &Audio::getInstance() {
  static Audio instance;
  return instance;
}

void Audio::startAudioThread() {
  if (!audioThread->isRunning())
    audioThread->start();
  moveToThread(audioThread);
}

void Audio::playMono16Sound(const QByteArray &data) {
  ++playing;
  int duration = data.size() / 44;
  timer->start(duration); // EXPECT: qobject-wrong-thread
}

void Audio::playFinished() { --playing; }
// CHAIN: Widget::newMessageAlert -> Audio::playMono16Sound
