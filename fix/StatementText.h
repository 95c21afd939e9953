// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Statements as text: from where to where, which words are in it, how its lines look elsewhere.
#ifndef OFFMAIN_FIX_STATEMENTTEXT_H
#define OFFMAIN_FIX_STATEMENTTEXT_H

#include "fix/Scene.h"

namespace offmain::fix {

/// From the first of the statements to the last one's semicolon; invalid when a macro has a part in either end.
clang::CharSourceRange rangeOf(const Scene &S, llvm::ArrayRef<const clang::Stmt *> Statements);
llvm::StringSet<> identifiersIn(llvm::StringRef Text);
/// The first of the names that is not taken, else the last with a number.
std::string freshName(llvm::ArrayRef<llvm::StringRef> Wanted, const llvm::StringSet<> &Taken);
/// The lines of a text without the indentation of its first one, and without line ends.
std::vector<std::string> unindented(llvm::StringRef Text, llvm::StringRef Base);

} // namespace offmain::fix

#endif
