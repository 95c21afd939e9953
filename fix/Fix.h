// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A finding → what could be done about it in the source.
//
//   compile command + findings of that unit ──parse──▶ Scene ──one file a kind of fix──▶ proposals
//
// A proposal is not yet a fix: whether the program still compiles, the finding is gone and no new one has come is for
// driver/ to find out, by extracting and solving the edited program. Nothing here writes a file.
#ifndef OFFMAIN_FIX_FIX_H
#define OFFMAIN_FIX_FIX_H

#include "extract/Extract.h"
#include "findings/Finding.h"
#include "fix/Edits.h"
#include "llvm/ADT/ArrayRef.h"

namespace offmain::fix {

/// What the models say of the function that a finding is about, as far as rewrites ask.
struct Promise {
  std::string Role, Async, Finish;
  int32_t TimeArg = -1; ///< the argument with the time that it waits
  uint32_t UnitUs = 0;  ///< microseconds a unit of that is; 0: its type tells
};

/// What a builder knows of a finding.
struct Target {
  std::string Fingerprint;
  std::string Rule;
  SourcePlace At;
  std::string Callee;
  bool OnMain = false, OffMain = false, InSignal = false; ///< where the call is reached; neither: nowhere that was seen
  bool OffMainFree = false, OffMainHeld = false; ///< off main without, and with, the toolkit's global lock
  bool LockUsed = false;                ///< the program takes its toolkit's global lock, or makes it
  Promise Says;
  std::string Caller; ///< a function that calls the one the finding stands in by its name, "": none does
};

/// Edits that belong together, or the words for why there are none.
struct Proposal {
  std::vector<std::string> Fingerprints; ///< the findings that are gone with it, sorted
  std::string Title;                     ///< "post the call to the thread of 'label'"
  std::vector<Edit> Edits;               ///< empty: Advice says why
  std::string Advice;
  /// What is made together or not at all, over all units ("the uses of the GDK lock"); empty: this one stands alone. A group
  /// claims all findings of its rules.
  std::string Group;
};

/// Parses the unit and proposes for each target; one proposal may serve several. Every target is in
/// exactly one proposal. Sets the working directory of `Files` to the request's.
std::vector<Proposal> propose(const ExtractRequest &Request, llvm::IntrusiveRefCntPtr<llvm::vfs::FileSystem> Files,
                              llvm::ArrayRef<Target> Targets);

} // namespace offmain::fix

#endif
