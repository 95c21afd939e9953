// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The kinds of calls that wait, each with a rewrite of its own.
#ifndef OFFMAIN_FIX_WAITS_H
#define OFFMAIN_FIX_WAITS_H

#include "fix/Scene.h"

namespace offmain::fix {

Proposal sleepLater(Scene &S, const Found &At);
Proposal openDialog(Scene &S, const Found &At);
Proposal sleepLaterInC(Scene &S, const Found &At);
Proposal respondLater(Scene &S, const Found &At);
Proposal callAsync(Scene &S, const Found &At);
/// What the call of a sleep is given, as milliseconds (`Chrono`: a duration may do); "" if that cannot be written.
std::string millisecondsOf(const Scene &S, const Found &At, bool Chrono);

} // namespace offmain::fix

#endif
