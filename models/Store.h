// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What a ModelSet holds: entries in order of loading and an index of names for each kind of question. Private to
// models/.
#ifndef OFFMAIN_MODELS_STORE_H
#define OFFMAIN_MODELS_STORE_H

#include "models/NameIndex.h"
#include "models/Parse.h"

namespace offmain {

struct CalledTable {
  std::vector<CalledEntry> Entries;
  NameIndex Index;
  void add(std::vector<CalledEntry> &&More);
  std::optional<CalledOn> find(llvm::StringRef Name) const;
};

struct ModelSet::Impl {
  std::vector<FunctionEntry> FunctionEntries;
  NameIndex Functions; ///< every name
  NameIndex Heirs;     ///< names of entries that speak of derived classes too
  CalledTable Overrides, Fields, LookedUp, Signals;
  std::vector<ClassEntry> ClassEntries;
  NameIndex Classes;
  uint64_t Hash = 0;

  void add(ModelFile &&File);
};

} // namespace offmain

#endif
