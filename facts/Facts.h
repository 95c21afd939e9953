// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The reader of a facts file: bytes, verified once, then read in place.
//
//   bytes ──open()──▶ FlatBuffers verifier ──▶ semantic verifier ──▶ UnitView (const, zero copy)
//
// After open() every index in the unit is in range, every range lies inside its table, and every chain that a reader
// may follow ends, so no later phase checks again. Rejected: checks at each access (each reader would have to
// remember them, and a forgotten one is a crash on foreign bytes).
#ifndef OFFMAIN_FACTS_FACTS_H
#define OFFMAIN_FACTS_FACTS_H

#include "facts/facts_generated.h"
#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/StringRef.h"
#include "llvm/Support/Error.h"
#include "llvm/Support/MemoryBuffer.h"
#include <memory>

namespace offmain::facts {

/// Bump me when facts.fbs changes, when a field gets another meaning, or when extract starts to say more or less.
constexpr uint32_t Version = 4;

using ValueKind = fb::ValueKind;
using EventKind = fb::EventKind;
using SiteFlag = fb::SiteFlag;
using FunctionFlag = fb::FunctionFlag;
using RecordFlag = fb::RecordFlag;
using VariableFlag = fb::VariableFlag;
using ParamFlag = fb::ParamFlag;

/// A successor that is never taken (see Block in facts.fbs).
constexpr uint32_t NoBlock = UINT32_MAX;

/// The deepest chain of values: operands, and the arguments, target and receiver of a CallResult's or New's site.
/// The builder cuts deeper ones to Unknown, so readers may recurse over values.
constexpr uint32_t MaxValueDepth = 256;
/// The most values that such a walk meets, each as often as it is met; larger ones are cut likewise. Equal operands
/// are shared, so without this limit a small file could describe a walk that never ends.
constexpr uint32_t MaxValueSize = 1 << 16;
/// The longest chain of enclosing functions.
constexpr uint32_t MaxParentDepth = 256;

/// One unit's facts, verified. Cheap to copy; copies share the bytes.
class UnitView {
public:
  const fb::Unit &operator*() const { return *Root; }
  const fb::Unit *operator->() const { return Root; }
  const fb::Unit &unit() const { return *Root; }
  llvm::StringRef bytes() const { return Buffer->getBuffer(); }

  /// Text of an "index + 1"; "" for 0.
  llvm::StringRef string(uint32_t PlusOne) const {
    if (PlusOne == 0)
      return {};
    const flatbuffers::String *S = Root->strings()->Get(PlusOne - 1);
    return {S->c_str(), S->size()};
  }

  llvm::StringRef mainFile() const { return text(Root->main_file()); }
  llvm::StringRef language() const { return text(Root->language()); }
  llvm::StringRef path(uint32_t File) const { return text(Root->files()->Get(File)->path()); }

  llvm::ArrayRef<fb::Value> values() const { return array(Root->values()); }
  llvm::ArrayRef<fb::Site> sites() const { return array(Root->sites()); }
  llvm::ArrayRef<fb::Event> events() const { return array(Root->events()); }
  llvm::ArrayRef<fb::Block> blocks() const { return array(Root->blocks()); }
  llvm::ArrayRef<fb::Local> locals() const { return array(Root->locals()); }
  llvm::ArrayRef<fb::Capture> captures() const { return array(Root->captures()); }
  llvm::ArrayRef<fb::Param> params() const { return array(Root->params()); }
  llvm::ArrayRef<uint32_t> lists() const { return {Root->lists()->data(), Root->lists()->size()}; }
  llvm::ArrayRef<uint32_t> list(uint32_t Begin, uint32_t Count) const { return lists().slice(Begin, Count); }

  uint32_t functionCount() const { return Root->functions()->size(); }
  uint32_t recordCount() const { return Root->records()->size(); }
  uint32_t variableCount() const { return Root->variables()->size(); }
  /// Plain index, not "+1".
  const fb::Function &function(uint32_t Index) const { return *Root->functions()->Get(Index); }
  const fb::Record &record(uint32_t Index) const { return *Root->records()->Get(Index); }
  const fb::Variable &variable(uint32_t Index) const { return *Root->variables()->Get(Index); }

private:
  friend llvm::Expected<UnitView> open(std::unique_ptr<llvm::MemoryBuffer> Bytes);
  UnitView(std::shared_ptr<const llvm::MemoryBuffer> Buffer, const fb::Unit *Root)
      : Buffer(std::move(Buffer)), Root(Root) {}

  static llvm::StringRef text(const flatbuffers::String *S) { return {S->c_str(), S->size()}; }
  template <class T> static llvm::ArrayRef<T> array(const flatbuffers::Vector<const T *> *V) {
    return {reinterpret_cast<const T *>(V->Data()), V->size()};
  }

  std::shared_ptr<const llvm::MemoryBuffer> Buffer;
  const fb::Unit *Root;
};

/// How many events the body of `F` has: those of its blocks follow one another.
inline uint32_t eventsIn(const UnitView &U, const fb::Function &F) {
  if (F.blocks_count() == 0)
    return 0;
  const fb::Block &First = U.blocks()[F.blocks_begin()];
  const fb::Block &Last = U.blocks()[F.blocks_begin() + F.blocks_count() - 1];
  return Last.events_begin() + Last.events_count() - First.events_begin();
}

/// Verifies and takes the bytes. The error is one line and names the buffer.
llvm::Expected<UnitView> open(std::unique_ptr<llvm::MemoryBuffer> Bytes);

/// The semantic half of open(): "" when every index and range of `U` (already verified as a FlatBuffer) holds,
/// else what does not. Used by open() and by the builder's own tests.
std::string verify(const fb::Unit &U);

} // namespace offmain::facts

#endif
