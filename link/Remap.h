// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The second half of link: what each unit speaks for is written into the Program's tables in the Program's ids.
#ifndef OFFMAIN_LINK_REMAP_H
#define OFFMAIN_LINK_REMAP_H

#include "facts/Operands.h"
#include "link/Intern.h"
#include "link/Merge.h"

namespace offmain {

/// Writes one unit after another. Values that mean the same in every body (no locals, no results of calls) are
/// shared by the whole program; the others belong to their unit.
class Remapper {
public:
  Remapper(Program &P, const Merge &Of) : P(P), Of(Of), Strings(P) {}
  StringTable &strings() { return Strings; }

  /// `Unit` is the unit's number in the merge.
  void add(uint32_t Unit, const facts::UnitView &View);

private:
  void collect();
  void collectBody(const facts::fb::Function &F);
  void markOperands();
  void writeValues();
  void writeValue(uint32_t Index);
  uint32_t operand(facts::Operand Is, uint32_t Number);
  uint32_t shared(const Value &V);

  void writeFunction(uint32_t Index);
  void writeBody(const facts::fb::Function &F, Function &To);
  void writeSite(uint32_t Index, uint32_t To);
  void writeRecord(uint32_t Index);
  void writeVariable(uint32_t Index);
  void writeAnnotations(const MergedTable &Table, uint32_t Id, uint32_t &Begin, uint32_t &Count);

  void use(uint32_t PlusOne) {
    if (PlusOne)
      Values[PlusOne - 1] = Used;
  }
  ValueId value(uint32_t PlusOne) const { return PlusOne ? ValueId(Values[PlusOne - 1]) : ValueId(); }
  StringId string(uint32_t PlusOne);
  FunctionId function(uint32_t PlusOne) const {
    return PlusOne ? FunctionId(Of.Functions.id(Unit, PlusOne - 1)) : FunctionId();
  }
  RecordId record(uint32_t PlusOne) const { return PlusOne ? RecordId(Of.Records.id(Unit, PlusOne - 1)) : RecordId(); }
  VariableId variable(uint32_t PlusOne) const {
    return PlusOne ? VariableId(Of.Variables.id(Unit, PlusOne - 1)) : VariableId();
  }
  uint32_t local(uint32_t Index);
  Place place(const facts::fb::Loc *L) const {
    return L && L->line() ? Place{FileId(Of.Files.id(Unit, L->file())), L->line(), L->col()} : Place();
  }
  uint32_t nextInLists() const { return static_cast<uint32_t>(P.Lists.size()); }

  static constexpr uint32_t Unseen = UINT32_MAX;
  static constexpr uint32_t Used = UINT32_MAX - 1;

  Program &P;
  const Merge &Of;
  StringTable Strings;
  IndexTable SharedValues;

  // Of the unit at hand: from its indices to the program's.
  uint32_t Unit = 0;
  const facts::UnitView *View = nullptr;
  std::vector<uint32_t> StringIds, Values, Sites, Locals;
  std::vector<bool> IsShared;         ///< by the unit's values
  std::vector<uint32_t> SitesInOrder; ///< the unit's sites that get a place in the program
  uint32_t FirstSite = 0;
};

} // namespace offmain

#endif
