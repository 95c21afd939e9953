// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Which headers outside the project do units reach, and what do they define ahead of them?
//
// Reads directives only, with Clang's scanner of dependencies and Clang's own search of headers; conditions are not
// evaluated, so the answer may name headers that no unit enters.
#ifndef OFFMAIN_EXTRACT_SYSTEMHEADERS_H
#define OFFMAIN_EXTRACT_SYSTEMHEADERS_H

#include "extract/Extract.h"
#include "llvm/ADT/ArrayRef.h"

namespace offmain {

struct SystemHeaders {
  std::vector<std::string> Names;    ///< as between < and >; those of most units first
  std::vector<std::string> Prologue; ///< "NAME(args) body": macros that the units define before, and that the headers name
  uint64_t UnitBytes = 0;            ///< of the headers' text, summed over the units
  uint64_t UnionBytes = 0;           ///< each header once
};

/// Of units with one sharingKey(). Empty when their command cannot be read.
SystemHeaders systemHeadersOf(llvm::ArrayRef<ExtractRequest> Units, llvm::IntrusiveRefCntPtr<llvm::vfs::FileSystem> Files);

} // namespace offmain

#endif
