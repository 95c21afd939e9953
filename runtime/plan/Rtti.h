// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Which class derives from which, read from a library's typeinfo objects: `_ZTI6QLabel` holds, by relocation, the
// address of its bases' typeinfo (Itanium C++ ABI, 2.9.5 "RTTI Layout").
#ifndef OFFMAIN_RUNTIME_PLAN_RTTI_H
#define OFFMAIN_RUNTIME_PLAN_RTTI_H

#include "llvm/ADT/SmallVector.h"
#include "llvm/ADT/StringMap.h"
#include "llvm/Object/ELFObjectFile.h"
#include <string>

namespace offmain::rt {

class ClassTree {
public:
  /// Classes of one library; what it imports by name is known by name only.
  explicit ClassTree(const llvm::object::ELF64LEObjectFile &Library);
  /// All bases of a class that are known, nearest first. Names without template arguments, as in models.
  llvm::SmallVector<llvm::StringRef, 8> bases(llvm::StringRef Class) const;

private:
  llvm::StringMap<std::vector<std::string>> Direct;
};

} // namespace offmain::rt

#endif
