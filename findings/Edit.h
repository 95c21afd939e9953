// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A change of a source, as fix/ makes it and emit/ prints it.
#ifndef OFFMAIN_FINDINGS_EDIT_H
#define OFFMAIN_FINDINGS_EDIT_H

#include <cstdint>
#include <string>
#include <vector>

namespace offmain {

/// Offsets are bytes of the file as it was analyzed.
struct Edit {
  std::string File; ///< absolute
  uint32_t Offset = 0, Length = 0;
  std::string Text;
  friend auto operator<=>(const Edit &, const Edit &) = default;
};

/// A fix that was verified: all of its edits together.
struct SourceFix {
  std::string Title;
  std::vector<Edit> Edits; ///< sorted, at most one at an offset, none overlaps another
};

} // namespace offmain

#endif
