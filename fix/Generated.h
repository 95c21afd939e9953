// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Files that a program writes: an edit of theirs is lost with the next build.
#ifndef OFFMAIN_FIX_GENERATED_H
#define OFFMAIN_FIX_GENERATED_H

#include "llvm/ADT/StringRef.h"

namespace offmain::fix {

/// By its name (what moc, uic, rcc and Qt's build tools write) or by what its opening comment says.
bool isGenerated(llvm::StringRef Path, llvm::StringRef Text);

} // namespace offmain::fix

#endif
