// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The library's body.
#include "tox.h"

struct Tox {
  tox_call_cb invite;
  void *userdata;
};

Tox *tox_new() { return new Tox(); }

void toxav_register_callstate_callback(Tox *tox, tox_call_cb callback, void *userdata) {
  tox->invite = callback;
  tox->userdata = userdata;
}

void tox_do(Tox *tox) {
  if (tox->invite)
    tox->invite(tox, 0, tox->userdata);
}
