// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Names and globs → numbers, for a hundred thousand questions a run.
//
//   "QThread::start"  ─▶ hash table
//   "gtk_tree_path_*" ─▶ trie of the text before the first '*', rest matched only where the trie leads
//
// A question walks the trie once along the name, so its cost is the name's length plus the few globs on that path; one
// linear list of globs (the obvious way) cost a thousand times more with the whole built-in set.
#ifndef OFFMAIN_MODELS_NAMEINDEX_H
#define OFFMAIN_MODELS_NAMEINDEX_H

#include "llvm/ADT/STLFunctionalExtras.h"
#include "llvm/ADT/SmallVector.h"
#include "llvm/ADT/StringMap.h"
#include "llvm/ADT/StringRef.h"
#include <cstdint>
#include <string>
#include <vector>

namespace offmain {

class NameIndex {
public:
  struct Match {
    uint32_t Value;
    bool Exact;
    uint32_t Literal; ///< characters of the pattern that are not '*'
  };

  /// '*' stands for any text, also none, also "::"; "\\*" for a star ("operator\\*").
  void add(llvm::StringRef Pattern, uint32_t Value);
  void find(llvm::StringRef Name, llvm::function_ref<void(const Match &)> Found) const;
  bool empty() const { return Exact.empty() && Globs.empty(); }

private:
  struct Glob {
    std::string Rest; ///< from the first '*' on
    uint32_t Value;
    uint32_t Literal;
  };
  struct Node {
    llvm::SmallVector<std::pair<char, uint32_t>, 2> Next;
    llvm::SmallVector<uint32_t, 1> Globs;
  };
  uint32_t child(uint32_t At, char C) const;

  llvm::StringMap<llvm::SmallVector<uint32_t, 2>> Exact;
  std::vector<Glob> Globs;
  std::vector<Node> Trie;
};

/// Whether `Name` matches `Pattern`, where '*' stands for any text and "\\*" for a star.
bool matchesGlob(llvm::StringRef Pattern, llvm::StringRef Name);

} // namespace offmain

#endif
