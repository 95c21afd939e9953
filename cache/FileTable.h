// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What the files of a run look like, asked once a file: a header read by a thousand units costs one stat.
//
// A folder's content is the names in it. Straight system calls, not a vfs: a cache must see the inode's times to the
// nanosecond, and a vfs has no change time.
#ifndef OFFMAIN_CACHE_FILETABLE_H
#define OFFMAIN_CACHE_FILETABLE_H

#include "llvm/ADT/StringMap.h"
#include "llvm/ADT/StringRef.h"
#include <cstdint>
#include <optional>

namespace offmain::cache {

/// What stat says. Only a regular file can be read and a folder be listed again at will; of others (a FIFO, a device)
/// no more is known than that they are there.
struct FileStat {
  bool Exists = false;
  bool Regular = false;
  uint64_t Size = 0;
  int64_t ModifiedNs = 0; ///< st_mtim
  int64_t ChangedNs = 0;  ///< st_ctim
  friend bool operator==(const FileStat &, const FileStat &) = default;
};

class FileTable {
public:
  /// As it was at the first question about it in this run.
  const FileStat &stat(llvm::StringRef Path) { return entry(Path).Stat; }
  /// Hash of the content, read at the first question; nothing when it cannot be read.
  std::optional<uint64_t> hash(llvm::StringRef Path);
  /// Hash of the names in a folder, read at the first question; nothing when it cannot be listed.
  std::optional<uint64_t> listing(llvm::StringRef Path);
  /// Asks the system again: is the file still as the table says?
  bool isUnchanged(llvm::StringRef Path);
  /// Number of files asked about (for --stats).
  size_t size() const { return Files.size(); }

private:
  struct Entry {
    FileStat Stat;
    bool Hashed = false;
    std::optional<uint64_t> Hash; ///< of the content; of a folder: of its names
  };
  Entry &entry(llvm::StringRef Path);
  llvm::StringMap<Entry> Files;
};

/// Now, on the clock that stamps files.
int64_t fileClockNs();

} // namespace offmain::cache

#endif
