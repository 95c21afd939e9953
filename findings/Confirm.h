// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What the analysis found against what runs of the program saw.
//
// A finding is confirmed by a report of the same rule
//   1. at its place: the same file, a line of the call; if several findings stand there, the one with the same callee;
//   or
//   2. in the same function with the same callee, if the line that the run names does not hold such a call (any more):
//      the source was edited since, or the program has no debug information.
// What confirms nothing was seen by a run only, and becomes a finding of its own. A program that was built in another
// place (or with -ffile-prefix-map) has other paths: where the run's file is not there, its name alone must do.
//
// Rejected: matching by fingerprint. It holds the entry, which for a run is where the thread starts and for the
// analysis the chain that happened to be shortest.
#ifndef OFFMAIN_FINDINGS_CONFIRM_H
#define OFFMAIN_FINDINGS_CONFIRM_H

#include "findings/Finding.h"
#include "findings/SourceText.h"

namespace offmain::findings {

/// Marks what `Seen` (see RunFile.h) confirms (Origin::Both; that is no guess any more, so its confidence becomes high)
/// and adds the rest of it (Origin::Run). `Findings` are normalized and identified, and are so afterwards.
void confirm(std::vector<Finding> &Findings, std::vector<Finding> Seen, SourceText &Sources);

} // namespace offmain::findings

#endif
