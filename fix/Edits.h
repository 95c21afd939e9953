// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Edits of source files, and how they are shown: applied, as a unified diff, as clang-apply-replacements reads them.
//
// Offsets are bytes of the file as it was read, so line ends, tabs, byte order marks and bytes that are no UTF-8 stay
// what they are wherever no edit is.
#ifndef OFFMAIN_FIX_EDITS_H
#define OFFMAIN_FIX_EDITS_H

#include "findings/Edit.h"
#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/StringRef.h"
#include "llvm/Support/raw_ostream.h"
#include <map>
#include <string>
#include <vector>

namespace offmain::fix {

using offmain::Edit;

/// Edits of several proposals, by file and offset. Equal edits are one. Of those at one offset whole lines that are put in go
/// together, before one that changes what stands there; any others that overlap do not.
class EditSet {
public:
  /// Adds all or, when one of them overlaps what is there or another one, none.
  bool add(llvm::ArrayRef<Edit> Edits);
  const std::map<std::string, std::vector<Edit>> &files() const { return ByFile; }
  bool empty() const { return ByFile.empty(); }

private:
  std::map<std::string, std::vector<Edit>> ByFile; ///< sorted by offset
};

/// One edit for those at one offset: for readers to whom their order is not clear. They are sorted.
std::vector<Edit> joined(llvm::ArrayRef<Edit> Edits);

/// `Text` with the edits made. They are sorted, do not overlap and lie inside.
std::string apply(llvm::StringRef Text, llvm::ArrayRef<Edit> Edits);

/// What `diff -u` would print, with `Name` on both sides after "a/" and "b/" (as git and patch -p1 read it).
void printDiff(llvm::StringRef Name, llvm::StringRef Before, llvm::StringRef After, llvm::ArrayRef<Edit> Edits,
               llvm::raw_ostream &OS);

/// The YAML of clang-apply-replacements (clang/Tooling/ReplacementsYaml.h).
void printReplacements(const EditSet &Edits, llvm::StringRef MainFile, llvm::raw_ostream &OS);

} // namespace offmain::fix

#endif
