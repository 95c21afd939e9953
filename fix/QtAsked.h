// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Calls that bring something back and stay where they are, seen from one that is to be posted.
#ifndef OFFMAIN_FIX_QTASKED_H
#define OFFMAIN_FIX_QTASKED_H

#include "fix/Scene.h"

namespace offmain::fix {

/// Whether a call that stays asks the same object later, and would not know yet of what was posted.
bool isAskedLater(const Scene &S, const clang::CXXMemberCallExpr *Call);

} // namespace offmain::fix

#endif
