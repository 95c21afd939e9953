// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// See Sharing.h. Tasks are numbered: units first, then groups.
#include "driver/Sharing.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/xxhash.h"
#include <unistd.h>

using namespace llvm;

namespace offmain {

Sharing::Sharing(std::vector<ExtractRequest> Given, std::vector<cache::UnitInputs> Inputs, cache::UnitCache &Cache,
                 std::string Folder, Done OnDone)
    : Units(std::move(Given)), Cache(Cache), Directory(std::move(Folder)), OnDone(OnDone), GroupOf(Units.size()) {
  if (Directory.empty()) {
    SmallString<128> Made;
    Temporary = !sys::fs::createUniqueDirectory("offmain-headers", Made);
    Directory = std::string(Made);
  }
  MapVector<StringRef, std::vector<size_t>> ByKey;
  std::vector<std::string> Keys;
  for (size_t I = 0; I != Units.size(); ++I)
    Keys.push_back(sharingKey(Units[I], Inputs[I].Command));
  for (size_t I = 0; I != Units.size(); ++I)
    ByKey[Keys[I]].push_back(I);
  for (auto &[Key, Members] : ByKey) {
    Group G;
    G.Inputs = Inputs[Members.front()];
    G.Inputs.MainFile = "shared headers" + sys::path::extension(Units[Members.front()].File).str();
    G.Inputs.Command = {Key.str()};
    G.Units = std::move(Members);
    for (size_t Unit : G.Units)
      GroupOf[Unit] = Groups.size();
    Groups.push_back(std::move(G));
  }
  if (sys::fs::create_directories(Directory))
    Directory.clear(); // units are parsed all the same
  for (Group &G : Groups)
    lookUp(G);
}

Sharing::~Sharing() {
  // A set that does not suit its units any more (their configuration has changed) is made again by the next run.
  for (const Group &G : Groups)
    if (G.FellBack > 1 && 2 * G.FellBack > G.Units.size())
      sys::fs::remove(G.Stem + ".index");
  if (Temporary)
    sys::fs::remove_directories(Directory);
}

void Sharing::lookUp(Group &G) {
  if (Directory.empty())
    return release(G);
  if (!Temporary)
    if (cache::Lookup Found = Cache.lookup(G.Inputs); Found.Hit) {
      G.Stem = Directory + "/" + Found.Unit.Facts.str();
      if (auto Set = SharedHeaders::open(G.Stem)) {
        G.Set = std::move(Found.Unit);
        G.Is = Group::State::Ready;
        ++Stats.Kept;
        return release(G);
      } else {
        consumeError(Set.takeError());
      }
    }
  if (G.Units.size() == 1)
    return release(G);
  // A name of its own for each making: another run may read the last one.
  uint64_t Key = xxh3_64bits(G.Inputs.Command.front());
  G.Stem = (Directory + "/llvmcache-shared-" + Twine(utohexstr(Key, true, 16)) + "-" + Twine(::getpid())).str();
  G.Is = Group::State::Wanted;
}

/// Its units wait for nothing more.
void Sharing::release(Group &G) {
  append_range(Ready, G.Units);
}

Task Sharing::taskFor(size_t Unit, const Group *With) const {
  Task T;
  T.Unit = Units[Unit];
  if (With)
    T.Stem = With->Stem;
  return T;
}

std::optional<std::pair<size_t, Task>> Sharing::next() {
  for (size_t I = 0; I != Groups.size(); ++I)
    if (Group &G = Groups[I]; G.Is == Group::State::Wanted) {
      G.Is = Group::State::Making;
      Task T;
      T.Unit = Units[G.Units.front()];
      T.Stem = G.Stem;
      for (size_t Unit : G.Units)
        T.Group.push_back(Units[Unit]);
      return std::pair(Units.size() + I, std::move(T));
    }
  if (!Ready.empty()) {
    size_t Unit = Ready.front();
    Ready.pop_front();
    const Group &G = Groups[GroupOf[Unit]];
    return std::pair(Unit, taskFor(Unit, G.Is == Group::State::Ready ? &G : nullptr));
  }
  for (Group &G : Groups)
    if (G.Is == Group::State::Making && G.Units.size() > 1) {
      size_t Unit = G.Units.back();
      G.Units.pop_back();
      return std::pair(Unit, taskFor(Unit, nullptr));
    }
  return std::nullopt;
}

void Sharing::made(Group &G, SharingResult Got, std::string Failure) {
  G.Is = Group::State::None;
  std::string Why = Failure.empty() ? Got.Trouble : Failure;
  if (Why.empty()) {
    G.Is = Group::State::Ready;
    ++Stats.Made;
    G.Set.Reads = std::move(Got.Reads);
    G.Set.Absent = std::move(Got.Absent);
    G.Set.Listed = std::move(Got.Listed);
    std::string Name = sys::path::filename(G.Stem).str();
    G.Set.Facts = Name;
    if (!Temporary)
      (void)Cache.store(G.Inputs, G.Set); // what cannot be kept is made again
    G.Set.Facts = {};
  } else {
    Stats.NotMade.push_back(std::to_string(G.Units.size()) + " units: " + Why);
  }
  release(G);
}

static void join(std::vector<std::string> &Into, ArrayRef<std::string> More) {
  append_range(Into, More);
  llvm::sort(Into);
  Into.erase(llvm::unique(Into), Into.end());
}

void Sharing::done(size_t Number, Answer Got, std::string Failure) {
  if (Number >= Units.size())
    return made(Groups[Number - Units.size()], std::move(Got.Sharing), std::move(Failure));
  Group &G = Groups[GroupOf[Number]];
  if (!Got.Unit.NotShared.empty()) {
    ++G.FellBack;
    Stats.FellBack.push_back(Units[Number].File + ": " + Got.Unit.NotShared);
  } else if (G.Is == Group::State::Ready && is_contained(G.Units, Number)) {
    ++Stats.Used;
    join(Got.Unit.Reads, G.Set.Reads);
    join(Got.Unit.Absent, G.Set.Absent);
    join(Got.Unit.Listed, G.Set.Listed);
  } else {
    ++Stats.Alone;
  }
  OnDone(Number, {std::move(Got.Unit), std::move(Failure)});
}

} // namespace offmain
