// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Typed indices into the tables of a Program. A SiteId does not convert to a FunctionId; "none" is one value.
#ifndef OFFMAIN_LINK_IDS_H
#define OFFMAIN_LINK_IDS_H

#include <compare>
#include <cstdint>
#include <functional>

namespace offmain {

template <class Tag> struct Id {
  uint32_t Index = UINT32_MAX;
  constexpr Id() = default;
  constexpr explicit Id(uint32_t Index) : Index(Index) {}
  constexpr bool valid() const { return Index != UINT32_MAX; }
  constexpr explicit operator bool() const { return valid(); }
  friend constexpr auto operator<=>(Id, Id) = default;
};

using StringId = Id<struct StringTag>;
using FileId = Id<struct FileTag>;
using FunctionId = Id<struct FunctionTag>;
using RecordId = Id<struct RecordTag>;
using VariableId = Id<struct VariableTag>;
using SiteId = Id<struct SiteTag>;
using ValueId = Id<struct ValueTag>;
using LocalId = Id<struct LocalTag>;

} // namespace offmain

template <class Tag> struct std::hash<offmain::Id<Tag>> {
  size_t operator()(offmain::Id<Tag> I) const { return std::hash<uint32_t>()(I.Index); }
};

#endif
