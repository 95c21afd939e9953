// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Identity, order and filters of findings.
//
//   checks ─▶ normalize (sort, one per rule and place) ─▶ identify (fingerprints) ─▶ confirm ─▶ suppress ─▶ baseline ─▶
//   filter ─▶ emit
//
// A fingerprint names a finding across unrelated edits: it holds no line numbers and no directories. Rejected: hashing
// the source line (clang-tidy diff tools do), because re-indenting a call would make it a new finding.
#ifndef OFFMAIN_FINDINGS_FINDINGS_H
#define OFFMAIN_FINDINGS_FINDINGS_H

#include "findings/Finding.h"
#include "findings/Globs.h"
#include <optional>

namespace offmain::findings {

/// Sorts by place, then rule, then everything else, and keeps one finding per (rule, place): the surest, then the one
/// with the shortest witness, then the smallest. What the others knew of further entries is kept in OtherEntries.
void normalize(std::vector<Finding> &Findings);

/// Adds up what two runs, or two places of one run, saw of one finding.
void merge(Observation &Into, const Observation &More);

/// "confirmed by a run: 12 calls on thread 'scanner'"; "" if no run saw anything of it (yet).
std::string observedText(const Finding &F);

/// Sets the fingerprints. Needs normalized findings.
void identify(std::vector<Finding> &Findings);

/// What is reported.
struct Filter {
  Confidence AtLeast = Confidence::Medium;
  Globs Checks;                   ///< empty: all
  Globs Exclude;                  ///< paths, absolute or relative to Directory, that are not reported
  std::vector<std::string> Files; ///< absolute; empty: all
  std::string Directory;
};

/// Whether `Path` (absolute) matches a glob list of paths that may be relative to `Directory`.
bool pathMatches(const Globs &Paths, llvm::StringRef Path, llvm::StringRef Directory);

/// Removes what the filter does not let pass, and what is suppressed.
void filter(std::vector<Finding> &Findings, const Filter &F);

/// "error", "warning", "note".
llvm::StringRef name(Level L);
/// "analysis", "run", "both".
llvm::StringRef name(Origin O);
/// "high", "medium", "low".
llvm::StringRef name(Confidence C);
std::optional<Level> parseLevel(llvm::StringRef Text);
std::optional<Confidence> parseConfidence(llvm::StringRef Text);

/// One line a finding with all it holds: `--print=findings`.
void print(llvm::ArrayRef<Finding> Findings, llvm::raw_ostream &OS);

} // namespace offmain::findings

#endif
