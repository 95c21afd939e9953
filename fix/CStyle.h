// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// How a file writes its C, so that what is added looks like the rest: GNU (`foo (x)`, types on lines of their own, braces
// indented) or K&R, as the function at hand and its file have it; and .clang-format where there is one.
#ifndef OFFMAIN_FIX_CSTYLE_H
#define OFFMAIN_FIX_CSTYLE_H

#include "fix/Scene.h"

namespace offmain::fix {

struct CStyle {
  bool SpaceBeforeParen = false;
  bool TypeOwnLine = false;     ///< of functions: `static void` above the name
  bool BraceOwnLine = false;    ///< of functions
  bool BlockOwnLine = false;    ///< of blocks and structs
  bool BlockIndented = false;   ///< GNU: the braces of a block one level deeper than its `if`
  std::string Unit;             ///< of indentation
  std::string End;              ///< of lines
  unsigned Width = 100;         ///< of lines, beyond which they are broken

  /// `Name (A, B)`, without a semicolon; broken after commas when it would be too long; `Indent` is what
  /// will stand before each of its lines.
  std::string call(llvm::StringRef Name, llvm::ArrayRef<std::string> Arguments, size_t Indent = 0) const;
  /// A definition's head: "static gboolean" and "name (gpointer data)" on one line or two, with the opening brace.
  std::string head(llvm::StringRef Type, llvm::StringRef Name, llvm::ArrayRef<std::string> Parameters) const;
};

CStyle styleOf(const Scene &S, const clang::Stmt *Inside);

/// `Text` as the .clang-format that governs the file at At would have it, all but the first `Indent` columns; as it is when there is
/// none.
std::string formatted(const Scene &S, clang::SourceLocation At, std::string Text, unsigned Indent);

} // namespace offmain::fix

#endif
