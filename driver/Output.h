// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Writing results: a file appears whole or not at all; standard output gets everything in one go.
#ifndef OFFMAIN_DRIVER_OUTPUT_H
#define OFFMAIN_DRIVER_OUTPUT_H

#include "llvm/ADT/StringRef.h"
#include "llvm/Support/Error.h"

namespace offmain {

/// Writes `Bytes` to `Path` by way of a temporary file beside it; "" and "-" are standard output. A path that exists
/// and is no regular file (/dev/null, a FIFO) is written to as it is. A reader that has gone away (EPIPE) is no error.
llvm::Error writeOutput(llvm::StringRef Path, llvm::StringRef Bytes);

/// Removes what a run that was killed while it wrote `Path` has left beside it.
void removeUnfinished(llvm::StringRef Path);

} // namespace offmain

#endif
