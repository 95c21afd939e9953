// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The rest of a handler as a lambda that is called later: what it has to take along, and how it is written.
#ifndef OFFMAIN_FIX_QTLATER_H
#define OFFMAIN_FIX_QTLATER_H

#include "fix/Captures.h"
#include "fix/Rest.h"

namespace offmain::fix {

struct Later {
  std::string Context; ///< the object without which it is not to be called
  std::vector<Captured> Captures;
  std::vector<std::string> Guards; ///< "!button": then it returns at once
  std::vector<std::string> Tracked; ///< sigc: objects besides the context without which it is not called
  bool Mutable = false;
  llvm::SmallVector<llvm::StringRef, 2> Headers;
};

/// What is carried, and who is the context.
enum class Kit { Qt, Sigc };

/// `Moved` are to run later, from a handler that is at R. `Own` is carried as it is: it is what calls them.
std::optional<Later> laterOf(const Scene &S, Kit With, const Rest &R, llvm::ArrayRef<const clang::Stmt *> Moved,
                             const clang::VarDecl *Own, std::string &Why);

/// `[captures](Parameters) {` guards, `Body`, `}`. Body is what stands behind the brace, and has one more level of indentation than At.
std::string lambda(const Scene &S, const Later &L, llvm::StringRef Parameters, llvm::StringRef Body, clang::SourceLocation At);

} // namespace offmain::fix

#endif
