// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A baseline: the fingerprints of findings that are known, so that a run reports only new ones.
//
//   {"version": 1, "findings": [{"fingerprint": "…", "rule": "…", "function": "…", "callee": "…"}, …]}
//
// One line a finding, sorted by fingerprint, so that it merges well under version control. Only `fingerprint` is
// read back; the rest is for people. Bump the version when the fingerprint's inputs change.
#ifndef OFFMAIN_FINDINGS_BASELINE_H
#define OFFMAIN_FINDINGS_BASELINE_H

#include "findings/Finding.h"
#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/StringSet.h"
#include "llvm/Support/Error.h"
#include "llvm/Support/MemoryBufferRef.h"

namespace offmain::findings {

/// The fingerprints in a baseline. Foreign bytes give an error that names the file.
llvm::Expected<llvm::StringSet<>> readBaseline(llvm::MemoryBufferRef Text);

void writeBaseline(llvm::ArrayRef<Finding> Findings, llvm::raw_ostream &OS);

} // namespace offmain::findings

#endif
