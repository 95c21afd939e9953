// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Findings → fixes that were tried: proposed by workers, made in an overlay, extracted, linked, solved and checked
// again.
//
//   findings ──workers──▶ proposals ──▶ edits in an overlay ──workers──▶ facts ──▶ link, solve, checks ──▶ the same but
//   for what was to go?          ▲                                                                            │
//                                └──────────────── without those that were to blame ─────────────────────────┘
//
// A fix is offered when no unit that reads an edited file has an error it did not have, the findings it is for are
// gone, and no other one has come. All are tried together first: that is one more solve for a program whose fixes are
// good. Those to blame are left out, and the first few dozen of them tried once more
// each on its own. Only units that read an edited file are
// parsed.
#ifndef OFFMAIN_DRIVER_FIXING_H
#define OFFMAIN_DRIVER_FIXING_H

#include "driver/Run.h"
#include "fix/Edits.h"

namespace offmain {

/// What became of a finding.
struct FixRow {
  std::string Fingerprint;
  std::string Title;  ///< of its verified fix; "": there is none
  std::string Advice; ///< why not
  std::vector<Edit> Edits;
};

struct Fixes {
  std::vector<FixRow> Rows; ///< in the order of the findings
  fix::EditSet Edits;
  std::map<std::string, std::string> Before; ///< the edited files as they were analyzed
};

/// What analyze() takes apart, kept for another round.
struct Project {
  std::vector<facts::UnitView> Views;
  std::vector<ExtractRequest> Requests; ///< of the views
};

/// Tries fixes for the findings of a report on `A`.
llvm::Expected<Fixes> findFixes(const Project &P, const Analysis &A, const Report &R, const Options &O, const Settings &S,
                                const World &W, Stopwatch &T);

/// Writes the edited files, each whole or not at all. A file that is not what was analyzed, or cannot be written, stays as it
/// is; what could not be written is told in the error.
llvm::Error writeFixes(const Fixes &F, const World &W);

/// Unified diffs of all files, `patch -p1` from `Directory`.
void printFixes(const Fixes &F, llvm::StringRef Directory, llvm::raw_ostream &OS);

/// "5 of 7 findings have a fix" and a line for each that has none.
void tellFixes(const Fixes &F, const Report &R, const World &W);

} // namespace offmain

#endif
