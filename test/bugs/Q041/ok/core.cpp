// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Q041 as fixed: the timers are moved to the core's thread when they are made.
#include "core.h"

ToxCall Core::calls[2];

Core::Core(QThread *coreThread) : tox(tox_new()) {
  for (ToxCall &call : calls) {
    call.sendAudioTimer = new QTimer;
    call.sendAudioTimer->moveToThread(coreThread);
  }
}

void Core::start() {
  toxav_register_callstate_callback(tox, onAvInvite, this);
  process();
}

void Core::process() { tox_do(tox); }

void Core::onAvInvite(Tox *, int call, void *) {
  if (calls[call].active)
    cleanupCall(call);
  prepareCall(call);
}

void Core::prepareCall(int call) {
  calls[call].active = true;
  calls[call].sendAudioTimer->start(20);
}

void Core::cleanupCall(int call) {
  calls[call].active = false;
  calls[call].sendAudioTimer->stop();
}
