// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Whether a call really waits, and for how long: what its contract says, weighed with its arguments and with what
// stands around it.
//
// A bound that is not a constant is that of the callers' constants (medium) or unknown (low; medium for whole seconds).
#ifndef OFFMAIN_CHECKS_WAITS_H
#define OFFMAIN_CHECKS_WAITS_H

#include "checks/Common.h"

namespace offmain {

enum class WaitKind : uint8_t {
  Long, ///< without end, or for at least 50 ms
  Short,
  LocalFile, ///< as long as a disk takes
  NestedLoop ///< runs a main loop until something ends it
};

struct Wait {
  WaitKind Kind = WaitKind::Long;
  std::optional<int64_t> UpToMs; ///< the bound, where there is one
  Confidence Sure = Confidence::High;
};

/// How the call at Id, of contract C, waits; none if it does not.
std::optional<Wait> waitAt(const Solution &S, const Program &P, SiteId Id, const Contract &C);

} // namespace offmain

#endif
