// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What becomes of a signal's arguments when its connection is queued.
#ifndef OFFMAIN_FIX_QTQUEUED_H
#define OFFMAIN_FIX_QTQUEUED_H

#include "fix/Scene.h"

namespace offmain::fix {

/// Why connect() or invokeMethod() cannot have its arguments delivered later, by the other thread's event loop; "" when it can.
std::string whyNotQueued(const Scene &S, const clang::CallExpr *Call);

} // namespace offmain::fix

#endif
