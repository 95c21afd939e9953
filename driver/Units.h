// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Compile commands → the facts of every unit, from the cache or from workers.
#ifndef OFFMAIN_DRIVER_UNITS_H
#define OFFMAIN_DRIVER_UNITS_H

#include "driver/CompileDatabase.h"
#include "driver/Sharing.h"
#include "emit/Emit.h"
#include "facts/Facts.h"

namespace offmain {

struct UnitOptions {
  WorkerOptions Workers;
  std::string CacheDirectory; ///< "": no cache
  int64_t RunStartNs = 0;     ///< cache::fileClockNs() at the start of the run
  bool Share = true;          ///< precompiled headers
  bool ExplainMisses = false;
  bool ThroughText = false; ///< each unit's facts go through their text form (a test of that form)
};

/// The analyzed units. Order follows the database, never the order of arrival.
struct UnitSet {
  std::vector<facts::UnitView> Views;
  std::vector<ExtractRequest> Requests; ///< of the views: how each was parsed
  std::vector<IncompleteUnit> Incomplete; ///< sorted
  std::vector<std::string> Notes;         ///< for the user, sorted, each once
  std::vector<std::string> Misses;        ///< "file: reason", sorted; with ExplainMisses
  unsigned Total = 0, FromCache = 0, Parsed = 0;
  size_t FactsBytes = 0, FilesSeen = 0;
  SharingStats Sharing;
};

/// Called after each unit with the number done and all.
using Progress = llvm::function_ref<void(size_t Done, size_t All)>;

llvm::Expected<UnitSet> collectUnits(const CompileDatabase &Database,
                                     llvm::IntrusiveRefCntPtr<llvm::vfs::FileSystem> FS, const UnitOptions &Options,
                                     Progress Tell);

/// Opens bytes that `Owner` keeps alive.
llvm::Expected<facts::UnitView> openFacts(llvm::StringRef Bytes, std::shared_ptr<const void> Owner,
                                          llvm::StringRef Name);

/// Whether the unit is not whole because of it.
inline bool isError(const facts::fb::Diagnostic &D) { return D.severity() >= 2; }

/// What the facts say of parse errors, if any.
std::optional<IncompleteUnit> partialUnit(const facts::UnitView &View, unsigned Errors);

/// The unit after a round trip through its text form.
llvm::Expected<facts::UnitView> throughText(const facts::UnitView &View);

} // namespace offmain

#endif
