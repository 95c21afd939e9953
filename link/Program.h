// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The whole program as one const value: what link/ makes of many units and everything later only reads.
//
//   units' facts ──intern──▶ strings, records, variables, functions (merged by USR and defining file)
//                ──remap───▶ values, sites, events, blocks, locals (bodies: one per function)
//
// Dense tables, typed ids, no pointers across tables. Identical inputs in any order give identical tables: ids
// follow the order of the units' names and of what stands in each, never arrival order.
#ifndef OFFMAIN_LINK_PROGRAM_H
#define OFFMAIN_LINK_PROGRAM_H

#include "facts/Facts.h"
#include "link/Ids.h"
#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/StringRef.h"
#include <vector>

namespace offmain {

using facts::ValueKind;
using facts::EventKind;
using facts::SiteFlag;
using facts::FunctionFlag;
using facts::RecordFlag;
using facts::VariableFlag;
using facts::ParamFlag;

/// A place in the source. Line 0: no place.
struct Place {
  FileId File;
  uint32_t Line = 0;
  uint32_t Column = 0;
  friend auto operator<=>(const Place &, const Place &) = default;
};

/// See ValueKind in facts.fbs for what A and B are; here they are plain table indices of the program
/// (UINT32_MAX for none), except Param/Captured (ordinal), Int and Enum's B (the number).
struct Value {
  ValueKind Kind = ValueKind::Unknown;
  RecordId Record; ///< static record type through pointers, or none
  uint32_t A = UINT32_MAX;
  uint32_t B = UINT32_MAX;
  friend auto operator<=>(const Value &, const Value &) = default;
};

struct Site {
  Place At, End;
  FunctionId Callee;   ///< named function, or none for a call of Target
  ValueId Target;      ///< callable value called, or none
  ValueId Receiver;
  FunctionId Caller;
  StringId Macro;      ///< outermost macro the call is written through, or none
  uint32_t ArgsBegin = 0; ///< ValueIds in Program::Lists
  uint16_t ArgsCount = 0;
  uint16_t Flags = 0;
  bool is(SiteFlag F) const { return Flags & static_cast<uint16_t>(F); }
};

struct Event {
  EventKind Kind;
  uint32_t A = UINT32_MAX; ///< Call: SiteId, Store: target ValueId, Return: ValueId or none
  uint32_t B = UINT32_MAX; ///< Store: stored ValueId
  Place At;
};

struct Block {
  uint32_t EventsBegin = 0, EventsCount = 0;
  uint32_t SuccBegin = 0, SuccCount = 0; ///< block numbers relative to Function::BlocksBegin, in Lists; UINT32_MAX: absent
  ValueId Condition; ///< with one: Succ[0] when true, Succ[1] when false
};

struct Local {
  StringId Name, Type;
  RecordId Record;
  FunctionId Function;
  Place At;
};

struct Capture {
  ValueId InEnclosing; ///< the captured value, in the frame of Function::Parent
  StringId Name;
  bool ByReference = false;
};

struct Param {
  StringId Name, Type;
  RecordId Record;
  uint32_t Flags = 0;
  bool is(ParamFlag F) const { return Flags & static_cast<uint32_t>(F); }
};

struct Function {
  uint64_t Usr = 0;
  StringId Name, Signature, ResultType;
  RecordId Record, Result;
  FunctionId Parent;
  Place At, End;
  uint32_t Flags = 0;
  uint32_t ParamsBegin = 0, ParamsCount = 0;
  uint32_t OverridesBegin = 0, OverridesCount = 0;     ///< FunctionIds in Lists, transitive
  uint32_t AnnotationsBegin = 0, AnnotationsCount = 0; ///< StringIds in Lists
  uint32_t CapturesBegin = 0, CapturesCount = 0;
  uint32_t BlocksBegin = 0, BlocksCount = 0;           ///< block 0 is the entry
  bool is(FunctionFlag F) const { return Flags & static_cast<uint32_t>(F); }
  bool hasBody() const { return BlocksCount != 0; }
};

struct Record {
  uint64_t Usr = 0;
  StringId Name;
  Place At;
  uint32_t Flags = 0;
  RecordId FirstMember;
  uint32_t BasesBegin = 0, BasesCount = 0;             ///< RecordIds in Lists, direct
  uint32_t AnnotationsBegin = 0, AnnotationsCount = 0;
  bool is(RecordFlag F) const { return Flags & static_cast<uint32_t>(F); }
};

struct Variable {
  uint64_t Usr = 0;
  StringId Name, Type;
  RecordId Owner;      ///< the record it is a field of, or none
  RecordId TypeRecord; ///< the record its type is or points to, or none
  Place At;
  uint32_t Flags = 0;
  bool is(VariableFlag F) const { return Flags & static_cast<uint32_t>(F); }
};

struct File {
  StringId Path;
  bool Outside = false;
};

/// One analyzed unit as later phases need it.
struct Unit {
  StringId MainFile;
  StringId Language;
};

struct Program {
  std::vector<llvm::StringRef> Strings; ///< point into StringStorage
  std::vector<File> Files;
  std::vector<Unit> Units;
  std::vector<Function> Functions;
  std::vector<Record> Records;
  std::vector<Variable> Variables;
  std::vector<Value> Values;
  std::vector<Site> Sites;     ///< grouped by caller, in source order of the body
  std::vector<Event> Events;
  std::vector<Block> Blocks;
  std::vector<Local> Locals;
  std::vector<Capture> Captures;
  std::vector<Param> Params;
  std::vector<uint32_t> Lists;
  std::vector<std::vector<char>> StringStorage;

  llvm::StringRef text(StringId I) const { return I ? Strings[I.Index] : llvm::StringRef(); }
  const Function &operator[](FunctionId I) const { return Functions[I.Index]; }
  const Record &operator[](RecordId I) const { return Records[I.Index]; }
  const Variable &operator[](VariableId I) const { return Variables[I.Index]; }
  const Value &operator[](ValueId I) const { return Values[I.Index]; }
  const Site &operator[](SiteId I) const { return Sites[I.Index]; }
  const Local &operator[](LocalId I) const { return Locals[I.Index]; }
  const File &operator[](FileId I) const { return Files[I.Index]; }

  llvm::StringRef name(FunctionId I) const { return text((*this)[I].Name); }
  llvm::StringRef name(RecordId I) const { return text((*this)[I].Name); }
  llvm::StringRef name(VariableId I) const { return text((*this)[I].Name); }
  llvm::StringRef path(FileId I) const { return I ? text((*this)[I].Path) : llvm::StringRef(); }

  llvm::ArrayRef<uint32_t> list(uint32_t Begin, uint32_t Count) const {
    return llvm::ArrayRef<uint32_t>(Lists).slice(Begin, Count);
  }
  llvm::ArrayRef<uint32_t> args(const Site &S) const { return list(S.ArgsBegin, S.ArgsCount); }
  ValueId arg(const Site &S, unsigned N) const {
    return N < S.ArgsCount ? ValueId(Lists[S.ArgsBegin + N]) : ValueId();
  }
  llvm::ArrayRef<uint32_t> bases(const Record &R) const { return list(R.BasesBegin, R.BasesCount); }
  llvm::ArrayRef<uint32_t> overrides(const Function &F) const { return list(F.OverridesBegin, F.OverridesCount); }
  llvm::ArrayRef<uint32_t> annotations(const Function &F) const { return list(F.AnnotationsBegin, F.AnnotationsCount); }
  llvm::ArrayRef<Block> blocks(const Function &F) const {
    return llvm::ArrayRef<Block>(Blocks).slice(F.BlocksBegin, F.BlocksCount);
  }
  llvm::ArrayRef<Event> events(const Block &B) const {
    return llvm::ArrayRef<Event>(Events).slice(B.EventsBegin, B.EventsCount);
  }
  llvm::ArrayRef<uint32_t> successors(const Block &B) const { return list(B.SuccBegin, B.SuccCount); }
};

/// One line a fact, sorted, stable: what `--print=program` shows.
void print(const Program &P, llvm::raw_ostream &OS);

} // namespace offmain

#endif
