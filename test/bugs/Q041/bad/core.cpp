// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Q041, qTox: call timers with static storage are made on main; the library's callback, called from the core's slot on
// the core's thread, starts and stops them.
#include "core.h"

ToxCall Core::calls[2];

Core::Core(QThread *) : tox(tox_new()) {
  for (ToxCall &call : calls)
    call.sendAudioTimer = new QTimer;
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
  calls[call].sendAudioTimer->start(20); // EXPECT: qobject-wrong-thread
}

void Core::cleanupCall(int call) {
  calls[call].active = false;
  calls[call].sendAudioTimer->stop(); // EXPECT: qobject-wrong-thread
}
// CHAIN: Core::process -> tox_do -> Core::onAvInvite -> Core::prepareCall
