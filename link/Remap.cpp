// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Of each unit only the bodies it speaks for are touched:
//
//   collect   number their sites in order; mark the values they use
//   mark      from the last value down, mark the operands of what is marked (operands precede their users)
//   write     from the first value up; then functions, sites, records, variables
//
// No recursion and no hash table but the one for shared values; the maps are arrays reused from unit to unit.
#include "link/Remap.h"
#include "llvm/ADT/STLExtras.h"

using namespace llvm;
using offmain::facts::Operand;
using offmain::facts::Operands;
namespace fb = offmain::facts::fb;

namespace offmain {

StringId Remapper::string(uint32_t PlusOne) {
  if (!PlusOne)
    return {};
  uint32_t &Id = StringIds[PlusOne - 1];
  if (Id == Unseen)
    Id = Strings.intern(View->string(PlusOne)).Index;
  return StringId(Id);
}

uint32_t Remapper::local(uint32_t Index) {
  uint32_t &Id = Locals[Index];
  if (Id == Unseen) {
    const fb::Local &L = View->locals()[Index];
    Id = static_cast<uint32_t>(P.Locals.size());
    P.Locals.push_back(
        {string(L.name()), string(L.type()), record(L.record()), function(L.function()), place(&L.loc())});
  }
  return Id;
}

void Remapper::collectBody(const fb::Function &F) {
  for (const fb::Block &B : View->blocks().slice(F.blocks_begin(), F.blocks_count())) {
    use(B.cond());
    for (const fb::Event &E : View->events().slice(B.events_begin(), B.events_count())) {
      switch (E.kind()) {
      case EventKind::Call:
        if (Sites[E.a()] == Unseen) {
          Sites[E.a()] = FirstSite + static_cast<uint32_t>(SitesInOrder.size());
          SitesInOrder.push_back(E.a());
        }
        break;
      case EventKind::Store:
        use(E.a());
        use(E.b());
        break;
      case EventKind::Return:
        use(E.a());
        break;
      }
    }
  }
}

void Remapper::collect() {
  for (uint32_t I = 0, E = View->functionCount(); I != E; ++I) {
    if (!Of.Functions.speaks(Unit, I))
      continue;
    const fb::Function &F = View->function(I);
    for (const fb::Capture &C : View->captures().slice(F.captures_begin(), F.captures_count()))
      use(C.value());
    if (F.blocks_count())
      collectBody(F);
  }
  for (uint32_t Site : SitesInOrder) {
    const fb::Site &S = View->sites()[Site];
    use(S.target());
    use(S.receiver());
    for (uint32_t PlusOne : View->list(S.args_begin(), S.args_count()))
      use(PlusOne);
  }
}

void Remapper::markOperands() {
  ArrayRef<uint32_t> Lists = View->lists();
  for (size_t I = Values.size(); I-- != 0;)
    if (Values[I] == Used)
      facts::forEachOperand(View->values()[I], Lists, [this](uint32_t PlusOne) { use(PlusOne); });
}

uint32_t Remapper::operand(Operand Is, uint32_t Number) {
  switch (Is) {
  case Operand::None:
    return UINT32_MAX;
  case Operand::Value:
    return value(Number).Index;
  case Operand::Number:
  case Operand::Ordinal:
  case Operand::ListBegin:
  case Operand::ListCount:
    return Number;
  case Operand::Local:
    return local(Number);
  case Operand::Site:
    return Sites[Number];
  case Operand::OptionalSite:
    return Number ? Sites[Number - 1] : UINT32_MAX;
  case Operand::Variable:
    return variable(Number).Index;
  case Operand::Function:
    return function(Number).Index;
  case Operand::Text:
    return string(Number).Index;
  }
  return UINT32_MAX;
}

uint32_t Remapper::shared(const Value &V) {
  uint64_t Hash = mix(static_cast<uint64_t>(V.A) << 32 | V.B) ^
                  mix(static_cast<uint64_t>(V.Record.Index) << 8 | static_cast<uint64_t>(V.Kind));
  uint32_t Next = static_cast<uint32_t>(P.Values.size());
  uint32_t Id = SharedValues.intern(Hash, Next, [&](uint32_t I) { return P.Values[I] == V; });
  if (Id == Next)
    P.Values.push_back(V);
  return Id;
}

void Remapper::writeValue(uint32_t Index) {
  const fb::Value &From = View->values()[Index];
  Operands O = facts::operandsOf(From.kind());
  Value To{From.kind(), record(From.record()), UINT32_MAX, UINT32_MAX};
  // The result of a call that stands in no kept body (it was in the other unit's version of an inline function).
  if (uint32_t Site = facts::siteOf(From.kind(), From.a()); Site && Sites[Site - 1] == Unseen) {
    To.Kind = ValueKind::Unknown;
    O = {};
  }
  bool Share = O.A != Operand::Local && O.A != Operand::Site && O.A != Operand::ListBegin && To.Kind != ValueKind::New;
  if (O.A == Operand::ListBegin) {
    To.A = nextInLists();
    To.B = From.b();
    for (uint32_t PlusOne : View->list(From.a(), From.b()))
      P.Lists.push_back(value(PlusOne).Index);
  } else {
    To.A = operand(O.A, From.a());
    To.B = operand(O.B, From.b());
    facts::forEachOperand(From, View->lists(), [&](uint32_t PlusOne) { Share &= IsShared[PlusOne - 1]; });
  }
  IsShared[Index] = Share;
  if (Share) {
    Values[Index] = shared(To);
    return;
  }
  Values[Index] = static_cast<uint32_t>(P.Values.size());
  P.Values.push_back(To);
}

void Remapper::writeValues() {
  for (uint32_t I = 0; I != Values.size(); ++I)
    if (Values[I] == Used)
      writeValue(I);
}

void Remapper::writeSite(uint32_t Index, uint32_t To) {
  const fb::Site &S = View->sites()[Index];
  Site &Out = P.Sites[To];
  Out.At = place(&S.loc());
  Out.End = place(&S.end());
  Out.Callee = function(S.callee());
  Out.Target = value(S.target());
  Out.Receiver = value(S.receiver());
  Out.Caller = function(S.function());
  Out.Macro = string(S.macro());
  Out.ArgsBegin = nextInLists();
  Out.ArgsCount = S.args_count();
  Out.Flags = S.flags();
  for (uint32_t PlusOne : View->list(S.args_begin(), S.args_count()))
    P.Lists.push_back(value(PlusOne).Index);
}

void Remapper::writeBody(const fb::Function &F, Function &To) {
  To.BlocksBegin = static_cast<uint32_t>(P.Blocks.size());
  To.BlocksCount = F.blocks_count();
  for (const fb::Block &B : View->blocks().slice(F.blocks_begin(), F.blocks_count())) {
    P.Blocks.push_back(
        {static_cast<uint32_t>(P.Events.size()), B.events_count(), nextInLists(), B.succ_count(), value(B.cond())});
    append_range(P.Lists, View->list(B.succ_begin(), B.succ_count()));
    for (const fb::Event &E : View->events().slice(B.events_begin(), B.events_count())) {
      Event Out{E.kind(), UINT32_MAX, UINT32_MAX, place(&E.loc())};
      switch (E.kind()) {
      case EventKind::Call:
        Out.A = Sites[E.a()];
        break;
      case EventKind::Store:
        Out.A = value(E.a()).Index;
        Out.B = value(E.b()).Index;
        break;
      case EventKind::Return:
        Out.A = value(E.a()).Index;
        break;
      }
      P.Events.push_back(Out);
    }
  }
}

void Remapper::writeAnnotations(const MergedTable &Table, uint32_t Id, uint32_t &Begin, uint32_t &Count) {
  Begin = nextInLists();
  auto It = llvm::lower_bound(Table.Annotations, std::pair(Id, StringRef()));
  for (; It != Table.Annotations.end() && It->first == Id; ++It)
    P.Lists.push_back(Strings.intern(It->second).Index);
  Count = nextInLists() - Begin;
}

void Remapper::writeFunction(uint32_t Index) {
  const fb::Function &F = View->function(Index);
  uint32_t Id = Of.Functions.id(Unit, Index);
  Function &To = P.Functions[Id];
  To.Usr = F.usr();
  To.Name = string(F.name());
  To.Signature = string(F.signature());
  To.ResultType = string(F.result_type());
  To.Record = record(F.record());
  To.Result = record(F.result());
  To.Parent = function(F.parent());
  To.At = place(F.loc());
  To.End = place(F.end());
  To.Flags = Of.Functions.Flags[Id];
  To.ParamsBegin = static_cast<uint32_t>(P.Params.size());
  To.ParamsCount = F.params_count();
  for (const fb::Param &Param : View->params().slice(F.params_begin(), F.params_count()))
    P.Params.push_back({string(Param.name()), string(Param.type()), record(Param.record()), Param.flags()});
  To.OverridesBegin = nextInLists();
  To.OverridesCount = F.overrides_count();
  for (uint32_t PlusOne : View->list(F.overrides_begin(), F.overrides_count()))
    P.Lists.push_back(function(PlusOne).Index);
  writeAnnotations(Of.Functions, Id, To.AnnotationsBegin, To.AnnotationsCount);
  To.CapturesBegin = static_cast<uint32_t>(P.Captures.size());
  To.CapturesCount = F.captures_count();
  for (const fb::Capture &C : View->captures().slice(F.captures_begin(), F.captures_count()))
    P.Captures.push_back({value(C.value()), string(C.name()), C.by_ref() != 0});
  if (F.blocks_count())
    writeBody(F, To);
}

void Remapper::writeRecord(uint32_t Index) {
  const fb::Record &R = View->record(Index);
  uint32_t Id = Of.Records.id(Unit, Index);
  Record &To = P.Records[Id];
  To.Usr = R.usr();
  To.Name = string(R.name());
  To.At = place(R.loc());
  To.Flags = Of.Records.Flags[Id];
  To.FirstMember = record(R.first_member());
  To.BasesBegin = nextInLists();
  To.BasesCount = R.bases_count();
  for (uint32_t PlusOne : View->list(R.bases_begin(), R.bases_count()))
    P.Lists.push_back(record(PlusOne).Index);
  writeAnnotations(Of.Records, Id, To.AnnotationsBegin, To.AnnotationsCount);
}

void Remapper::writeVariable(uint32_t Index) {
  const fb::Variable &V = View->variable(Index);
  uint32_t Id = Of.Variables.id(Unit, Index);
  P.Variables[Id] = {
      V.usr(),        string(V.name()),      string(V.type()), record(V.record()), record(V.type_record()),
      place(V.loc()), Of.Variables.Flags[Id]};
}

void Remapper::add(uint32_t Number, const facts::UnitView &TheUnit) {
  Unit = Number;
  View = &TheUnit;
  StringIds.assign(View->unit().strings()->size(), Unseen);
  Values.assign(View->values().size(), Unseen);
  Sites.assign(View->sites().size(), Unseen);
  Locals.assign(View->locals().size(), Unseen);
  IsShared.assign(View->values().size(), false);
  SitesInOrder.clear();
  FirstSite = static_cast<uint32_t>(P.Sites.size());

  P.Units.push_back({Strings.intern(View->mainFile()), Strings.intern(View->language())});
  collect();
  markOperands();
  writeValues();
  P.Sites.resize(FirstSite + SitesInOrder.size());
  for (uint32_t I = 0; I != SitesInOrder.size(); ++I)
    writeSite(SitesInOrder[I], FirstSite + I);
  for (uint32_t I = 0, E = View->functionCount(); I != E; ++I)
    if (Of.Functions.speaks(Unit, I))
      writeFunction(I);
  for (uint32_t I = 0, E = View->recordCount(); I != E; ++I)
    if (Of.Records.speaks(Unit, I))
      writeRecord(I);
  for (uint32_t I = 0, E = View->variableCount(); I != E; ++I)
    if (Of.Variables.speaks(Unit, I))
      writeVariable(I);
}

} // namespace offmain
