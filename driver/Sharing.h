// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Which units share precompiled headers (extract/SharedHeaders.h), and in which order things are done.
//
//   units to parse ──sharingKey──▶ groups ──a set kept from an earlier run, or made now──▶ units with their set
//
// Sets are made first; units of other groups are parsed meanwhile, and when there are none, units that wait for their set
// are parsed the plain way rather than leave a worker idle. A set is kept in the cache like a unit, and
// is good as long as the headers it was read from are as they were.
#ifndef OFFMAIN_DRIVER_SHARING_H
#define OFFMAIN_DRIVER_SHARING_H

#include "cache/Cache.h"
#include "driver/Workers.h"
#include "llvm/ADT/MapVector.h"
#include <deque>

namespace offmain {

/// What --stats tells of it.
struct SharingStats {
  unsigned Made = 0, Kept = 0;       ///< sets
  unsigned Used = 0;                 ///< units parsed with one
  unsigned Alone = 0;                ///< units that no set was made for, or that were parsed while theirs was made
  std::vector<std::string> NotMade;  ///< "N units: reason"
  std::vector<std::string> FellBack; ///< "file: reason"
};

class Sharing : public TaskSource {
public:
  using Done = llvm::function_ref<void(size_t Unit, UnitOutcome)>;

  /// `Inputs` are those of the units, in their order. With an empty directory, sets live in a temporary folder as long as this does.
  Sharing(std::vector<ExtractRequest> Units, std::vector<cache::UnitInputs> Inputs, cache::UnitCache &Cache,
          std::string Directory, Done OnDone);
  ~Sharing() override;
  Sharing(const Sharing &) = delete;
  Sharing &operator=(const Sharing &) = delete;

  std::optional<std::pair<size_t, Task>> next() override;
  void done(size_t Number, Answer Got, std::string Failure) override;

  SharingStats Stats;

private:
  struct Group {
    std::vector<size_t> Units;
    std::string Stem;
    cache::UnitInputs Inputs;
    cache::UnitRecord Set; ///< what it was read from
    enum class State { Wanted, Making, Ready, None } Is = State::None;
    size_t FellBack = 0;
  };
  void lookUp(Group &G);
  void made(Group &G, SharingResult Got, std::string Failure);
  void release(Group &G);
  Task taskFor(size_t Unit, const Group *With) const;

  std::vector<ExtractRequest> Units;
  cache::UnitCache &Cache;
  std::string Directory;
  bool Temporary = false;
  Done OnDone;
  std::vector<Group> Groups;
  std::vector<size_t> GroupOf; ///< by unit
  std::deque<size_t> Ready;    ///< units that wait for nothing
};

} // namespace offmain

#endif
