// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// See Cache.h. Reading maps the entry; a mapped entry that another run replaces stays whole, since rename leaves the
// old inode to those who hold it.
#include "cache/Cache.h"
#include "cache/Entry.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/BLAKE3.h"
#include "llvm/Support/CachePruning.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/Process.h"
#include "llvm/Support/raw_ostream.h"
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace llvm;

namespace offmain::cache {

namespace {

constexpr char EntryPrefix[] = "llvmcache-";
constexpr char WhyPrefix[] = "llvmcache-why-";
constexpr char TemporaryPattern[] = "llvmcache-new-%%%%%%%%%%%%";
constexpr uint64_t MaxCacheBytes = uint64_t(5) << 30;
constexpr auto MaxUnused = std::chrono::hours(24 * 30);

/// Hashes texts so that ("ab", "c") and ("a", "bc") differ.
class KeyHasher {
public:
  void add(uint64_t V) { Hash.update(ArrayRef(reinterpret_cast<const uint8_t *>(&V), sizeof(V))); }
  void add(StringRef Text) {
    add(uint64_t(Text.size()));
    Hash.update(Text);
  }
  std::string hex() { return toHex(Hash.final<16>(), /*LowerCase=*/true); }
  uint64_t word() { return support::endian::read64le(Hash.final<8>().data()); }

private:
  BLAKE3 Hash;
};

std::string whyKey(const UnitInputs &Inputs) {
  KeyHasher H;
  H.add(Inputs.Directory);
  H.add(Inputs.MainFile);
  return H.hex();
}

uint64_t commandHash(const UnitInputs &Inputs) {
  KeyHasher H;
  for (const std::string &Argument : Inputs.Command)
    H.add(Argument);
  return H.word();
}

/// Opens a regular file of ours by mapping; nothing otherwise.
std::shared_ptr<MemoryBuffer> mapEntry(const std::string &Path) {
  int File = ::open(Path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOFOLLOW);
  if (File < 0)
    return nullptr;
  struct stat S;
  std::shared_ptr<MemoryBuffer> Result;
  if (::fstat(File, &S) == 0 && S_ISREG(S.st_mode)) {
    auto Buffer = MemoryBuffer::getOpenFile(File, Path, S.st_size, /*RequiresNullTerminator=*/false);
    if (Buffer)
      Result = std::move(*Buffer);
    // Pruning goes by the access time, which many mounts do not keep: do it by hand once a day.
    constexpr int64_t Day = 24 * 3600;
    if (S.st_atime + Day < ::time(nullptr)) {
      timespec Times[2] = {{0, UTIME_NOW}, {0, UTIME_OMIT}};
      (void)::futimens(File, Times);
    }
  }
  ::close(File);
  return Result;
}

} // namespace

std::string unitKey(const UnitInputs &Inputs) {
  KeyHasher H;
  H.add(uint64_t(EntryVersion));
  H.add(Inputs.ToolVersion);
  H.add(Inputs.Directory);
  H.add(Inputs.MainFile);
  H.add(uint64_t(Inputs.Command.size()));
  for (const std::string &Argument : Inputs.Command)
    H.add(Argument);
  return H.hex();
}

UnitCache::UnitCache(std::string Dir, FileTable &Files, int64_t RunStartNs)
    : Directory(std::move(Dir)), Files(Files), RunStartNs(RunStartNs) {}

std::string UnitCache::missReason(const UnitInputs &Inputs, StringRef Otherwise) {
  ++Misses;
  if (!Otherwise.empty())
    return Otherwise.str();
  auto Bytes = mapEntry(Directory + "/" + WhyPrefix + whyKey(Inputs));
  WhyRecord Why;
  if (!Bytes || !decodeWhy(Bytes->getBuffer(), Why))
    return "new unit";
  if (Why.Tool != Inputs.ToolVersion)
    return "the tool changed";
  if (Why.Command != commandHash(Inputs))
    return "the command changed";
  return "its entry was removed";
}

Lookup UnitCache::lookup(const UnitInputs &Inputs) {
  Lookup Result;
  std::string Path = Directory + "/" + EntryPrefix + unitKey(Inputs);
  auto Bytes = mapEntry(Path);
  if (!Bytes) {
    Result.Reason = missReason(Inputs, sys::fs::exists(Path) ? "its entry cannot be opened" : "");
    return Result;
  }
  std::string Changed;
  auto OnFile = [&](const ManifestFile &F) {
    const FileStat &Now = Files.stat(F.Path);
    if (Now == F.Stat)
      return true;
    if (Now.Regular && Now.Size == F.Stat.Size)
      if (auto Hash = Files.hash(F.Path); Hash && *Hash == F.Hash)
        return true;
    Changed = F.Path + (Now.Exists ? " changed" : " is gone");
    return false;
  };
  auto OnAbsent = [&](StringRef File) {
    if (!Files.stat(File).Exists)
      return true;
    Changed = File.str() + " appeared";
    return false;
  };
  auto OnFolder = [&](const ManifestFolder &F) {
    if (Files.listing(F.Path) == F.Hash)
      return true;
    Changed = "what is in " + F.Path + " changed";
    return false;
  };
  switch (decodeEntry(std::move(Bytes), Result.Unit, {OnFile, OnAbsent, OnFolder})) {
  case EntryState::Good:
    Result.Hit = true;
    ++Hits;
    break;
  case EntryState::Stale:
    Result.Reason = missReason(Inputs, Changed);
    break;
  case EntryState::Unreadable:
    Result.Reason = missReason(Inputs, "its entry cannot be read");
    break;
  }
  return Result;
}

std::string UnitCache::write(StringRef Name, StringRef Bytes) {
  SmallString<256> Temporary;
  int File;
  if (std::error_code EC = sys::fs::createUniqueFile(Directory + "/" + TemporaryPattern, File, Temporary,
                                                     sys::fs::OF_None, sys::fs::owner_read | sys::fs::owner_write))
    return EC.message();
  raw_fd_ostream OS(File, /*shouldClose=*/true);
  OS << Bytes;
  OS.close();
  std::error_code EC = OS.error();
  OS.clear_error();
  if (!EC)
    EC = sys::fs::rename(Temporary, Directory + "/" + Name);
  if (!EC)
    return "";
  sys::fs::remove(Temporary);
  return EC.message();
}

std::optional<Manifest> UnitCache::manifestOf(const UnitRecord &Unit) {
  Manifest Needed;
  for (const std::string &Path : Unit.Reads) {
    const FileStat &Stat = Files.stat(Path);
    // What changed while we read it may be neither the old nor the new content: parse it again next time.
    if (!Stat.Regular || Stat.ChangedNs >= RunStartNs)
      return std::nullopt;
    auto Hash = Files.hash(Path);
    if (!Hash || !Files.isUnchanged(Path))
      return std::nullopt;
    Needed.Files.push_back({Path, Stat, *Hash});
  }
  llvm::sort(Needed.Files, [](const ManifestFile &A, const ManifestFile &B) { return A.Path < B.Path; });
  Needed.Absent = Unit.Absent;
  for (const std::string &Path : Unit.Listed) {
    auto Hash = Files.listing(Path);
    if (!Hash || Files.stat(Path).ChangedNs >= RunStartNs || !Files.isUnchanged(Path))
      return std::nullopt;
    Needed.Folders.push_back({Path, *Hash});
  }
  return Needed;
}

std::string UnitCache::store(const UnitInputs &Inputs, const UnitRecord &Unit) {
  if (Broken)
    return "";
  std::optional<Manifest> Needed = manifestOf(Unit);
  if (!Needed)
    return "";
  std::string Failure;
  if (std::error_code EC = sys::fs::create_directories(Directory, true, sys::fs::owner_all))
    Failure = EC.message();
  if (Failure.empty())
    Failure = write(EntryPrefix + unitKey(Inputs), encodeEntry(*Needed, Unit));
  if (Failure.empty())
    Failure = write(WhyPrefix + whyKey(Inputs), encodeWhy({commandHash(Inputs), Inputs.ToolVersion}));
  if (Failure.empty())
    return "";
  Broken = true;
  return "cannot write to the cache in " + Directory + ": " + Failure;
}

void UnitCache::prune() {
  CachePruningPolicy Policy;
  Policy.Expiration = MaxUnused;
  Policy.MaxSizeBytes = MaxCacheBytes;
  if (sys::fs::is_directory(Directory))
    pruneCache(Directory, Policy);
}

std::string defaultDirectory() {
  SmallString<256> Path;
  if (auto Xdg = sys::Process::GetEnv("XDG_CACHE_HOME"); Xdg && sys::path::is_absolute(*Xdg))
    Path = *Xdg;
  else if (sys::path::home_directory(Path))
    sys::path::append(Path, ".cache");
  else
    return "";
  sys::path::append(Path, "offmain");
  return std::string(Path);
}

} // namespace offmain::cache
