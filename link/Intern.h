// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Interning for link: a table of indices by content, and the strings of a program on top of it. 8 bytes a slot, the
// keys stay in the caller's own table. llvm::DenseMap would hold every key a second time, and StringMap allocates
// each: with 10,000 units that is gigabytes for nothing.
#ifndef OFFMAIN_LINK_INTERN_H
#define OFFMAIN_LINK_INTERN_H

#include "link/Program.h"
#include "llvm/Support/xxhash.h"
#include <vector>

namespace offmain {

/// Indices by content, open addressing. At most 2^31 of them.
class IndexTable {
public:
  /// The index for which `Same(index)` holds among those of this hash; else `Next`, which from now on is in.
  template <class SameFn> uint32_t intern(uint64_t Hash, uint32_t Next, SameFn Same) {
    if ((Count + 1) * 3 > Slots.size() * 2)
      grow();
    uint32_t Tag = static_cast<uint32_t>(Hash ^ Hash >> 32);
    for (size_t At = Tag & (Slots.size() - 1);; At = (At + 1) & (Slots.size() - 1)) {
      Slot &S = Slots[At];
      if (S.PlusOne == 0) {
        S = {Tag, Next + 1};
        ++Count;
        return Next;
      }
      if (S.Tag == Tag && Same(S.PlusOne - 1))
        return S.PlusOne - 1;
    }
  }

private:
  struct Slot {
    uint32_t Tag = 0, PlusOne = 0;
  };

  void grow() {
    std::vector<Slot> Old(Slots.empty() ? 1024 : Slots.size() * 2);
    Old.swap(Slots);
    for (const Slot &S : Old) {
      if (S.PlusOne == 0)
        continue;
      size_t At = S.Tag & (Slots.size() - 1);
      while (Slots[At].PlusOne)
        At = (At + 1) & (Slots.size() - 1);
      Slots[At] = S;
    }
  }

  std::vector<Slot> Slots;
  size_t Count = 0;
};

/// Spreads the bits of a number that is to be a hash.
inline uint64_t mix(uint64_t X) {
  X ^= X >> 32;
  X *= 0xd6e8feb86659fd93;
  X ^= X >> 32;
  return X * 0xd6e8feb86659fd93;
}

/// Fills Program::Strings.
class StringTable {
public:
  explicit StringTable(Program &P) : P(P) {}

  StringId intern(llvm::StringRef Text) {
    uint32_t Next = static_cast<uint32_t>(P.Strings.size());
    uint32_t Id = Table.intern(llvm::xxh3_64bits(Text), Next, [&](uint32_t I) { return P.Strings[I] == Text; });
    if (Id == Next)
      P.Strings.push_back(copy(Text));
    return StringId(Id);
  }

private:
  llvm::StringRef copy(llvm::StringRef Text) {
    constexpr size_t ChunkSize = 1 << 20;
    auto &Chunks = P.StringStorage;
    if (Chunks.empty() || Chunks.back().capacity() - Chunks.back().size() < Text.size()) {
      Chunks.emplace_back();
      Chunks.back().reserve(std::max(ChunkSize, Text.size()));
    }
    std::vector<char> &Chunk = Chunks.back();
    size_t At = Chunk.size();
    Chunk.insert(Chunk.end(), Text.begin(), Text.end());
    return {Chunk.data() + At, Text.size()};
  }

  Program &P;
  IndexTable Table;
};

} // namespace offmain

#endif
