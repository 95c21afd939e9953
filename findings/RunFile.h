// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What a run of the program saw, out of the SARIF file that `offmain run` wrote, as findings again.
//
// Of SARIF only what emit writes is read: a result with its place, the stack as its code flow, and in its property bag
// the called function and the numbers, which SARIF has no words for. Other tools' files are refused.
#ifndef OFFMAIN_FINDINGS_RUNFILE_H
#define OFFMAIN_FINDINGS_RUNFILE_H

#include "findings/Finding.h"
#include "findings/SourceText.h"
#include "llvm/Support/JSON.h"
#include "llvm/Support/MemoryBufferRef.h"

namespace offmain::findings {

/// In the property bag of the SARIF run. Bump when the meaning of a key of `observed`, or which keys a result needs,
/// changes.
constexpr int RunFileVersion = 1;

/// The property `observed` of a result.
llvm::json::Object toJson(const Observation &O);

/// The findings of a run file, in its order, with the fingerprints they have there. The error names the file, and the
/// result that is not as it should be. `Sources` convert columns.
llvm::Expected<std::vector<Finding>> readRunFile(llvm::MemoryBufferRef Text, SourceText &Sources);

} // namespace offmain::findings

#endif
