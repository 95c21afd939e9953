// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Which files differ from a revision: git is asked, in the working directory.
#ifndef OFFMAIN_DRIVER_CHANGED_H
#define OFFMAIN_DRIVER_CHANGED_H

#include "llvm/ADT/StringRef.h"
#include "llvm/Support/Error.h"
#include <string>
#include <vector>

namespace offmain {

/// Absolute paths of the files under version control that differ between `Revision` and the working tree, and of those
/// not yet under version control. The error carries what git said.
llvm::Expected<std::vector<std::string>> changedFiles(llvm::StringRef Revision, llvm::StringRef Directory);

} // namespace offmain

#endif
