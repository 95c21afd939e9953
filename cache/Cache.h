// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Have we seen this unit before? The store of extracted facts, in the manner of ccache's direct mode.
//
//   unitKey(command, directory, file, tool) ─▶ llvmcache-<key>     one entry: manifest + facts
//   hash(directory, file)                   ─▶ llvmcache-why-<…>   what the last key was made of, to say why it missed
//
//   entry:  "OFFMAINU" version checksum | manifest: files read (path, stat, hash), files looked for and absent,
//           folders looked through (path, hash of the names) | notes, missing headers, errors | padding to 16 | facts
//
// An entry is a hit when every file of its manifest has the same size and times, or else the same content, no absent
// file has appeared, and the folders hold the same names. Everything in the directory is foreign bytes: a bad checksum,
// a short file or a strange number is a miss. Entries are written to a temporary name and renamed, so readers and
// concurrent writers see whole entries only; what a killed run leaves behind is pruned by age like any entry (hence the
// prefix that LLVM's pruning asks for).
//
// Rejected: a content-addressed action cache with the headers' hashes in the key. It must hash every header of every
// unit before it can ask, where this asks the clock first (one stat a file), which decides the cost of a run without
// changes.
#ifndef OFFMAIN_CACHE_CACHE_H
#define OFFMAIN_CACHE_CACHE_H

#include "cache/FileTable.h"
#include "llvm/ADT/ArrayRef.h"
#include "llvm/Support/Error.h"
#include "llvm/Support/MemoryBuffer.h"
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace offmain::cache {

/// All that decides what a unit's facts are, besides the content of the files it reads.
struct UnitInputs {
  std::string Directory;
  std::string MainFile;
  std::vector<std::string> Command; ///< cleaned: what the parser is really given, and the variables it reads
  uint64_t ToolVersion = 0;         ///< facts version, extractor, clang, its built-in headers
};

/// The name of a unit's entry. The one place that lists the inputs; bump EntryVersion when the entry's form changes.
std::string unitKey(const UnitInputs &Inputs);

/// What extraction gave, as it is kept.
struct UnitRecord {
  std::vector<std::string> Reads;  ///< every file opened, absolute
  std::vector<std::string> Absent; ///< files that were looked for and are not there
  std::vector<std::string> Listed; ///< folders whose entries were looked through
  std::vector<std::string> Notes;
  unsigned Errors = 0;
  llvm::StringRef Facts; ///< in a hit: points into `Buffer`, 16-byte aligned
  std::shared_ptr<llvm::MemoryBuffer> Buffer;
};

struct Lookup {
  bool Hit = false;
  UnitRecord Unit;    ///< when Hit; Reads only when asked for
  std::string Reason; ///< when not: "new unit", "scan.h changed", ...
};

struct Manifest;

class UnitCache {
public:
  /// `RunStartNs` is fileClockNs() at the start of the run: files changed later are not vouched for.
  UnitCache(std::string Directory, FileTable &Files, int64_t RunStartNs);

  Lookup lookup(const UnitInputs &Inputs);

  /// Keeps a unit. Failing to write is told once through the returned text ("" otherwise) and not tried again.
  std::string store(const UnitInputs &Inputs, const UnitRecord &Unit);

  /// Removes what is old or too much; looks at most every 20 minutes.
  void prune();

  const std::string &directory() const { return Directory; }
  unsigned hits() const { return Hits; }
  unsigned misses() const { return Misses; }

private:
  /// What the unit was made from; nothing when that cannot be vouched for.
  std::optional<Manifest> manifestOf(const UnitRecord &Unit);
  std::string missReason(const UnitInputs &Inputs, llvm::StringRef Otherwise);
  std::string write(llvm::StringRef Name, llvm::StringRef Bytes);

  std::string Directory;
  FileTable &Files;
  int64_t RunStartNs;
  bool Broken = false;
  unsigned Hits = 0, Misses = 0;
};

/// $XDG_CACHE_HOME/offmain, else ~/.cache/offmain; "" when neither is known.
std::string defaultDirectory();

} // namespace offmain::cache

#endif
