// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Reading JSON that others wrote: LLVM's parser behind the two guards it lacks.
//
// llvm::json recurses once a nesting level, so "[[[[…" of some megabytes overflows the stack, and it refuses text that
// is not UTF-8, which paths on Linux need not be. Depth is limited before parsing; bytes that are not UTF-8 travel
// through the parser as private-use code points and are turned back by `bytes`.
#ifndef OFFMAIN_FINDINGS_JSON_H
#define OFFMAIN_FINDINGS_JSON_H

#include "llvm/Support/Error.h"
#include "llvm/Support/JSON.h"
#include "llvm/Support/MemoryBufferRef.h"
#include <string>

namespace offmain {

/// Parses a whole buffer. The error names the buffer, and the place in it.
llvm::Expected<llvm::json::Value> parseJson(llvm::MemoryBufferRef Text);

/// The original bytes of a string out of parseJson.
std::string bytes(llvm::StringRef Parsed);

} // namespace offmain

#endif
