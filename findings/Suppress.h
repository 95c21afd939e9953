// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Suppression in the source, in the form clang-tidy made usual:
//
//   call();  // NOLINT                          every rule, this line
//   call();  // NOLINT(gtk-off-main-thread)     one rule (globs and lists are fine)
//   // NOLINTNEXTLINE(gtk-*)                    the line below
//   // NOLINTBEGIN(qt-*) ... // NOLINTEND(qt-*) the lines between; both ends name the same list
//
// Names of other tools' checks select nothing here. The text is searched, not lexed: a NOLINT inside a string literal
// counts, as it does for clang-tidy.
#ifndef OFFMAIN_FINDINGS_SUPPRESS_H
#define OFFMAIN_FINDINGS_SUPPRESS_H

#include "findings/Finding.h"
#include "findings/SourceText.h"
#include "llvm/ADT/ArrayRef.h"

namespace offmain::findings {

/// A suppression that names a rule of this tool and suppressed nothing.
struct UnusedSuppression {
  SourcePlace At;
  std::string Text; ///< "NOLINTNEXTLINE(gtk-off-main-thread)"
  friend auto operator<=>(const UnusedSuppression &, const UnusedSuppression &) = default;
};

/// Sets Finding::Suppressed where a comment asks for it. `Rules` are the ids that exist. Suppressions in the files of
/// the findings and in `MoreFiles` that were not needed are returned, sorted.
std::vector<UnusedSuppression> suppress(std::vector<Finding> &Findings, SourceText &Sources,
                                        llvm::ArrayRef<llvm::StringRef> Rules,
                                        llvm::ArrayRef<std::string> MoreFiles = {});

} // namespace offmain::findings

#endif
