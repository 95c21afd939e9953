// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Headers outside the project, precompiled once for a group of units.
//
//   units of one command ──their includes──▶ headers ──precompile──▶ STEM.pch + STEM.index
//   unit ──parse with STEM.pch, watched (HeaderWatch)──▶ facts, or a reason to parse it the plain way
//
// The precompiled set is the union of what the units include, so each unit sees headers that it did not ask for. That
// does no harm as long as nothing it says means something else by it; STEM.index has what is needed to know: who
// includes whom, which identifiers a header's text names, and which headers depend on the order they come in.
//
// Rejected: Clang's modules for headers (C headers of GLib and X11 are no modules: they test macros of one another), and
// one prefix a unit as editors have it (nothing is shared).
#ifndef OFFMAIN_EXTRACT_SHAREDHEADERS_H
#define OFFMAIN_EXTRACT_SHAREDHEADERS_H

#include "extract/Extract.h"
#include "extract/shared_generated.h"
#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/StringMap.h"
#include "llvm/Support/Error.h"
#include "llvm/Support/MemoryBuffer.h"
#include <memory>

namespace offmain {

/// An index, read in place.
class SharedHeaders {
public:
  /// Opens STEM.index; its bytes are checked, and that STEM.pch is there with the size it was written with.
  static llvm::Expected<std::shared_ptr<const SharedHeaders>> open(llvm::StringRef Stem);

  const std::string &precompiled() const { return Precompiled; }
  /// The file that the precompiled one was made from.
  const std::string &source() const { return Source; }
  uint32_t size() const { return Set->headers()->size(); }
  llvm::StringRef path(uint32_t Header) const { return Set->headers()->Get(Header)->path()->string_view(); }
  std::optional<uint32_t> find(llvm::StringRef RealPath) const;
  llvm::ArrayRef<uint32_t> includes(uint32_t Header) const { return list(Set->headers()->Get(Header)->includes()); }
  llvm::ArrayRef<uint32_t> before(uint32_t Header) const { return list(Set->headers()->Get(Header)->before()); }
  llvm::ArrayRef<uint32_t> after(uint32_t Header) const { return list(Set->headers()->Get(Header)->after()); }
  std::optional<uint32_t> name(llvm::StringRef Identifier) const;
  llvm::StringRef text(uint32_t Name) const { return Set->names()->Get(Name)->text()->string_view(); }
  llvm::ArrayRef<uint32_t> naming(uint32_t Name) const { return list(Set->names()->Get(Name)->headers()); }
  /// Headers that define the name as a macro and do not name it otherwise.
  llvm::ArrayRef<uint32_t> defining(uint32_t Name) const { return list(Set->names()->Get(Name)->defining()); }
  /// Headers that would define it in the same words, had no other one of the set done so.
  llvm::ArrayRef<uint32_t> repeating(uint32_t Name) const { return list(Set->names()->Get(Name)->repeating()); }
  llvm::ArrayRef<uint32_t> prologue() const { return list(Set->prologue()); }
  const flatbuffers::Vector<flatbuffers::Offset<shared::Undone>> *undone() const { return Set->undone(); } ///< null: none

  const flatbuffers::Vector<flatbuffers::Offset<shared::Word>> *words() const { return Set->words(); } ///< null: none
  static llvm::ArrayRef<uint32_t> list(const flatbuffers::Vector<uint32_t> *L) {
    return L ? llvm::ArrayRef(L->data(), L->size()) : llvm::ArrayRef<uint32_t>();
  }

private:
  llvm::Error check();

  std::string Precompiled, Source;
  std::unique_ptr<llvm::MemoryBuffer> Bytes;
  const shared::Set *Set = nullptr;
  llvm::StringMap<uint32_t> ByPath;
};

/// Units with the same key read outside headers the same way: one set may serve them all. Words after the source belong to the key.
std::string sharingKey(const ExtractRequest &Request, llvm::ArrayRef<std::string> CleanedCommand);

struct SharingResult {
  std::string Trouble;             ///< why there is no set; one line
  std::vector<std::string> Reads;  ///< as in ExtractResult, of the set
  std::vector<std::string> Absent;
  std::vector<std::string> Listed;
};

/// Precompiles the headers that the units reach, all of one sharingKey(), as STEM.pch and STEM.index.
SharingResult shareHeaders(llvm::ArrayRef<ExtractRequest> Units, llvm::StringRef Stem,
                           llvm::IntrusiveRefCntPtr<llvm::vfs::FileSystem> Files);

} // namespace offmain

#endif
