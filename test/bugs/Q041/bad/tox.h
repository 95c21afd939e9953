// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The messenger library: callbacks come while tox_do runs.
#pragma once

struct Tox;
typedef void (*tox_call_cb)(Tox *tox, int call, void *userdata);
Tox *tox_new();
void toxav_register_callstate_callback(Tox *tox, tox_call_cb callback, void *userdata);
void tox_do(Tox *tox);
