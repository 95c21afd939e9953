// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A list of globs in clang-tidy's form: "gtk-*,-gtk-off-main-thread"; a leading '-' takes away, the last match wins.
#ifndef OFFMAIN_FINDINGS_GLOBS_H
#define OFFMAIN_FINDINGS_GLOBS_H

#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/StringRef.h"
#include "llvm/Support/Error.h"
#include "llvm/Support/GlobPattern.h"
#include <memory>
#include <string>
#include <vector>

namespace offmain {

class Globs {
public:
  Globs() = default;
  /// Parses a comma- or newline-separated list. The error names the bad glob.
  static llvm::Expected<Globs> parse(llvm::StringRef List);
  /// Adds one glob, as it stands between commas.
  llvm::Error add(llvm::StringRef Glob);
  /// Whether the last glob that matches adds. False for an empty list.
  bool matches(llvm::StringRef Text) const;
  /// Whether no glob was given.
  bool empty() const { return Items.empty(); }

private:
  struct Item {
    std::shared_ptr<const std::string> Text; ///< what Pattern refers to, whoever copies the list
    llvm::GlobPattern Pattern;
    bool Adds;
  };
  std::vector<Item> Items;
};

/// Matches one glob; a malformed one matches nothing.
bool globMatches(llvm::StringRef Glob, llvm::StringRef Text);

} // namespace offmain

#endif
