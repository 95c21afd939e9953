// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// QObject affinity while the program runs: does the object live in the thread that calls? Asked of Qt itself
// (QObject::thread(), QThread::currentThread(): https://doc.qt.io/qt-6/qobject.html#thread-affinity), found by name.
#ifndef OFFMAIN_RUNTIME_REPORTER_AFFINITY_H
#define OFFMAIN_RUNTIME_REPORTER_AFFINITY_H

#include "runtime/Shared.h"

namespace offmain::rt {

/// What is wrong with a call of a hook that is Affine: "" if nothing is.
const char *affinityTrouble(const HookedLibrary &L, const Hook &H, const CallFrame &From);

/// What is wrong with a call of a hook that is Dies: "" if nothing is.
const char *deathTrouble(const CallFrame &From);

} // namespace offmain::rt

#endif
