// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What the numbers `a` and `b` of each kind of value are: the table in facts.fbs, for code. The builder, the verifier,
// link and the listings read this one; a new ValueKind that is missing here does not compile.
#ifndef OFFMAIN_FACTS_OPERANDS_H
#define OFFMAIN_FACTS_OPERANDS_H

#include "facts/Facts.h"
#include <algorithm>

namespace offmain::facts {

enum class Operand : uint8_t {
  None,         ///< not used
  Value,        ///< value+1, made before this one
  Number,       ///< any number
  Ordinal,      ///< of a parameter or capture
  Local,        ///< locals index
  Site,         ///< sites index
  OptionalSite, ///< sites index + 1, or 0
  Variable,     ///< variable+1
  Function,     ///< function+1
  Text,         ///< string+1
  ListBegin,    ///< begin in lists of `b` values
  ListCount,
};

struct Operands {
  Operand A = Operand::None, B = Operand::None;
  bool NeedsA = false, NeedsB = false; ///< may not be 0
};

constexpr Operands operandsOf(fb::ValueKind Kind) {
  using K = fb::ValueKind;
  switch (Kind) {
  case K::Unknown:
  case K::This:
  case K::Null:
    return {};
  case K::Param:
  case K::Captured:
    return {Operand::Ordinal};
  case K::Local:
    return {Operand::Local};
  case K::Global:
    return {Operand::Variable, Operand::None, true};
  case K::Field:
    return {Operand::Value, Operand::Variable, false, true};
  case K::AddressOf:
  case K::Not:
    return {Operand::Value, Operand::None, true};
  case K::CallResult:
    return {Operand::Site};
  case K::New:
    return {Operand::OptionalSite};
  case K::Function:
  case K::Lambda:
    return {Operand::Function, Operand::None, true};
  case K::Member:
    return {Operand::Function, Operand::Variable};
  case K::String:
    return {Operand::Text, Operand::None, true};
  case K::Enum:
    return {Operand::Text, Operand::Number, true};
  case K::Int:
    return {Operand::Number, Operand::Number};
  case K::Index:
  case K::Select:
  case K::Eq:
  case K::Ne:
  case K::Less:
  case K::And:
  case K::Or:
    return {Operand::Value, Operand::Value};
  case K::OffsetOf:
    return {Operand::None, Operand::Variable};
  case K::List:
    return {Operand::ListBegin, Operand::ListCount};
  }
  return {};
}

/// Calls `Fn(value+1)` for each value that `V` is made of directly (not through a site). `Lists` is indexable.
template <class ListsT, class FnT> void forEachOperand(const fb::Value &V, const ListsT &Lists, FnT Fn) {
  Operands O = operandsOf(V.kind());
  if (O.A == Operand::Value && V.a())
    Fn(V.a());
  if (O.B == Operand::Value && V.b())
    Fn(V.b());
  if (O.A == Operand::ListBegin)
    for (uint32_t I = V.a(); I != V.a() + V.b(); ++I)
      Fn(Lists[I]);
}

/// The site whose result or new object `V` is, as index + 1; 0 for other values.
constexpr uint32_t siteOf(fb::ValueKind Kind, uint32_t A) {
  switch (operandsOf(Kind).A) {
  case Operand::Site:
    return A + 1;
  case Operand::OptionalSite:
    return A;
  default: // every other operand is no site
    return 0;
  }
}

/// How deep and how large the walk over a value is, its site's values included.
struct Extent {
  uint32_t Depth = 0, Size = 0;
  void add(const Extent &Operand) {
    Depth = std::max(Depth, Operand.Depth);
    Size = std::min(Size + Operand.Size, MaxValueSize + 1);
  }
  /// That of a value made of what was added so far.
  Extent whole() const { return {Depth + 1, Size + 1}; }
  bool fits() const { return Depth <= MaxValueDepth && Size <= MaxValueSize; }
};

} // namespace offmain::facts

#endif
