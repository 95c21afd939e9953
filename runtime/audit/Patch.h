// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Writes a plan into a loaded library. No page is ever writable and executable at once: the library's text is made
// writable (and not executable) before anybody runs it, the hooks' own pages are filled before they become executable.
#ifndef OFFMAIN_RUNTIME_AUDIT_PATCH_H
#define OFFMAIN_RUNTIME_AUDIT_PATCH_H

#include "runtime/Shared.h"

namespace offmain::rt {

/// Maps a plan's file; null if it is not there, or not a plan of this version.
const PlanHeader *mapPlan(const char *Path);

/// Hooks the library of Into (Base, First and Path are filled in): at the functions' entries if Entries, and if that
/// can be done; else only the code is made, and ByPointers set. False, and why, if nothing was changed. Why is also
/// said if entries cannot be written.
bool applyPlan(const PlanHeader &Plan, uint64_t Slow, bool Entries, HookedLibrary &Into, const char *&Why);

template <class T> const T *part(const PlanHeader &P, uint32_t Offset) {
  return reinterpret_cast<const T *>(reinterpret_cast<const char *>(&P) + Offset);
}

} // namespace offmain::rt

#endif
