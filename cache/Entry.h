// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The bytes of a cache entry: writer and reader side by side in Entry.cpp.
//
// Integers are little-endian and fixed; paths are front-coded (length shared with the path before, then the rest),
// which makes a manifest of a thousand headers about a third as long.
#ifndef OFFMAIN_CACHE_ENTRY_H
#define OFFMAIN_CACHE_ENTRY_H

#include "cache/Cache.h"
#include "llvm/ADT/STLFunctionalExtras.h"

namespace offmain::cache {

/// Bump me when the form of an entry or of a "why" record changes.
constexpr uint32_t EntryVersion = 2;

/// A file the unit read, as it was.
struct ManifestFile {
  std::string Path;
  FileStat Stat;
  uint64_t Hash = 0;
};

/// A folder the unit looked through, as it was.
struct ManifestFolder {
  std::string Path;
  uint64_t Hash = 0;
};

/// All that a hit needs unchanged.
struct Manifest {
  std::vector<ManifestFile> Files;
  std::vector<std::string> Absent;
  std::vector<ManifestFolder> Folders;
};

std::string encodeEntry(const Manifest &Needed, const UnitRecord &Unit);

/// Reads an entry. Each part of the manifest is asked about; the first to be answered false ends reading (the result
/// is then `Stale`). Nothing in `Bytes` is trusted.
enum class EntryState { Good, Stale, Unreadable };
struct ManifestQuestions {
  llvm::function_ref<bool(const ManifestFile &)> OnFile;
  llvm::function_ref<bool(llvm::StringRef)> OnAbsent;
  llvm::function_ref<bool(const ManifestFolder &)> OnFolder;
};
EntryState decodeEntry(std::shared_ptr<llvm::MemoryBuffer> Bytes, UnitRecord &Unit, const ManifestQuestions &Ask);

/// What the last key of a file was made of.
struct WhyRecord {
  uint64_t Command = 0, Tool = 0;
};
std::string encodeWhy(const WhyRecord &W);
bool decodeWhy(llvm::StringRef Bytes, WhyRecord &W);

} // namespace offmain::cache

#endif
