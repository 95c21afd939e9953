// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The first half of link: which entities there are, and which unit speaks for each.
//
//   (usr, defining file) of every unit's entities ──▶ one final id each ──▶ ids of every unit's tables
//
// One name may be defined at several places: a compile database often holds several programs (an application and its
// tests, a directory of examples), each with its own main() or MainWindow. Definitions in different files are
// different entities; a unit that sees no definition means the one nearest to it in the directory tree. Rejected:
// one entity a USR, which loses all but one main().
#ifndef OFFMAIN_LINK_MERGE_H
#define OFFMAIN_LINK_MERGE_H

#include "link/Program.h"
#include <utility>
#include <vector>

namespace offmain {

/// An entry of one unit's table.
struct Origin {
  uint32_t Unit = 0;
  uint32_t Index = 0;
  friend auto operator<=>(const Origin &, const Origin &) = default;
};

/// The entities of one kind (functions, records or variables).
struct MergedTable {
  std::vector<Origin> Speaker; ///< by final id: the instance whose description is kept
  std::vector<uint32_t> Flags; ///< by final id: of all instances ("Outside" only if all say so)
  std::vector<uint32_t> Ids;   ///< final id of every unit's entries, unit after unit
  std::vector<size_t> FirstOfUnit;
  std::vector<std::pair<uint32_t, llvm::StringRef>> Annotations; ///< (final id, text), sorted, unique

  uint32_t size() const { return static_cast<uint32_t>(Speaker.size()); }
  uint32_t id(uint32_t Unit, uint32_t Index) const { return Ids[FirstOfUnit[Unit] + Index]; }
  bool speaks(uint32_t Unit, uint32_t Index) const { return Speaker[id(Unit, Index)] == Origin{Unit, Index}; }
};

struct MergedFiles {
  std::vector<llvm::StringRef> Paths; ///< by FileId, sorted
  std::vector<bool> Outside;
  std::vector<uint32_t> Ids;
  std::vector<size_t> FirstOfUnit;
  uint32_t id(uint32_t Unit, uint32_t Index) const { return Ids[FirstOfUnit[Unit] + Index]; }
};

struct Merge {
  MergedFiles Files;
  MergedTable Functions, Records, Variables;
};

/// `Units` are in their final order: where two instances are equally good, the first unit's speaks.
Merge merge(llvm::ArrayRef<facts::UnitView> Units);

} // namespace offmain

#endif
