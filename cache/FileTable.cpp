// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// See FileTable.h.
#include "cache/FileTable.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/xxhash.h"
#include <sys/stat.h>
#include <time.h>

using namespace llvm;

namespace offmain::cache {

static int64_t nanoseconds(const timespec &T) { return int64_t(T.tv_sec) * 1000000000 + T.tv_nsec; }

static FileStat ask(StringRef Path) {
  struct stat S;
  FileStat Result;
  if (::stat(Path.str().c_str(), &S) != 0)
    return Result;
  Result.Exists = true;
  Result.Regular = S_ISREG(S.st_mode);
  if (!Result.Regular && !S_ISDIR(S.st_mode))
    return Result;
  Result.Size = S.st_size;
  Result.ModifiedNs = nanoseconds(S.st_mtim);
  Result.ChangedNs = nanoseconds(S.st_ctim);
  return Result;
}

FileTable::Entry &FileTable::entry(StringRef Path) {
  auto [It, New] = Files.try_emplace(Path);
  if (New)
    It->second.Stat = ask(Path);
  return It->second;
}

std::optional<uint64_t> FileTable::hash(StringRef Path) {
  Entry &E = entry(Path);
  if (E.Hashed || !E.Stat.Regular)
    return E.Hash;
  E.Hashed = true;
  // Volatile: read, not mapped, because a file truncated under a mapping is a SIGBUS.
  if (auto Buffer = MemoryBuffer::getFile(Path, false, /*RequiresNullTerminator=*/false, /*IsVolatile=*/true))
    E.Hash = xxh3_64bits((*Buffer)->getBuffer());
  return E.Hash;
}

std::optional<uint64_t> FileTable::listing(StringRef Path) {
  Entry &E = entry(Path);
  if (E.Hashed || E.Stat.Regular || !E.Stat.Exists)
    return E.Hash;
  E.Hashed = true;
  std::vector<std::string> Names;
  std::error_code EC;
  for (sys::fs::directory_iterator It(Path, EC), End; !EC && It != End; It.increment(EC))
    Names.push_back(sys::path::filename(It->path()).str());
  if (EC)
    return std::nullopt;
  llvm::sort(Names);
  E.Hash = xxh3_64bits(join(Names, StringRef("\0", 1)));
  return E.Hash;
}

bool FileTable::isUnchanged(StringRef Path) { return ask(Path) == entry(Path).Stat; }

int64_t fileClockNs() {
  timespec Now;
  clock_gettime(CLOCK_REALTIME_COARSE, &Now);
  return nanoseconds(Now);
}

} // namespace offmain::cache
