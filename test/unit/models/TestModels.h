// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Short ways to load YAML in tests.
#ifndef OFFMAIN_TEST_MODELS_H
#define OFFMAIN_TEST_MODELS_H

#include "models/Models.h"
#include "llvm/Support/MemoryBufferRef.h"
#include <string>

namespace offmain {

/// The error's text, "" when there is none.
inline std::string addText(ModelSet &Set, llvm::StringRef Yaml, llvm::StringRef File = "m.yaml") {
  if (llvm::Error E = Set.add(llvm::MemoryBufferRef(Yaml, File)))
    return llvm::toString(std::move(E));
  return "";
}

inline std::string errorOf(llvm::StringRef Yaml) {
  ModelSet Set;
  return addText(Set, Yaml);
}

} // namespace offmain

#endif
