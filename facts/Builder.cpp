// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Interning and layout of one unit. Values are numbered in the order they are made, so operands precede their users;
// bodies are laid out in function order. That order is the verifier's proof that a unit is a DAG without sharing.
// Keys of DenseMaps that a 64-bit hash could hit by accident (the two reserved ones) are moved aside in usrKey().
#include "facts/Builder.h"
#include "llvm/Support/JSON.h"
#include "llvm/Support/xxhash.h"

using namespace llvm;
using flatbuffers::FlatBufferBuilder;
using flatbuffers::Offset;

namespace offmain::facts {

// Unknown is the first value: what a cut falls back to then precedes everything.
UnitBuilder::UnitBuilder() { value(ValueKind::Unknown); }

uint32_t UnitBuilder::string(StringRef Text) {
  std::string Fixed;
  if (!json::isUTF8(Text)) {
    Fixed = json::fixUTF8(Text);
    Text = Fixed;
  }
  auto [It, New] = StringIds.try_emplace(Text, static_cast<uint32_t>(Strings.size() + 1));
  if (New)
    Strings.push_back(It->getKey());
  return It->second;
}

uint32_t UnitBuilder::file(StringRef Path, bool Outside) {
  std::string Fixed = json::isUTF8(Path) ? Path.str() : json::fixUTF8(Path);
  auto [It, New] = FileIds.try_emplace(Fixed, static_cast<uint32_t>(Files.size()));
  if (New)
    Files.push_back({std::move(Fixed), Outside});
  else
    Files[It->second].Outside &= Outside;
  return It->second;
}

fb::Loc UnitBuilder::loc(uint32_t File, uint32_t Line, uint32_t Column) {
  if (File > UINT16_MAX || Line == 0)
    return fb::Loc(0, 0, 0);
  return fb::Loc(static_cast<uint16_t>(File), static_cast<uint16_t>(std::min<uint32_t>(Column, UINT16_MAX)), Line);
}

// A site that does not exist yet (see nextSite) counts nothing here; site() makes up for it.
Extent UnitBuilder::extentOf(const fb::Value &V) const {
  Extent Operands;
  auto Operand = [&](uint32_t PlusOne) {
    if (PlusOne)
      Operands.add(Extents[PlusOne - 1]);
  };
  forEachOperand(V, Lists, Operand);
  if (uint32_t Site = siteOf(V.kind(), V.a()); Site && Site <= Sites.size()) {
    const fb::Site &S = Sites[Site - 1];
    Operand(S.target());
    Operand(S.receiver());
    for (uint32_t I = 0; I != S.args_count(); ++I)
      Operand(Lists[S.args_begin() + I]);
  }
  return Operands.whole();
}

// What the verifier would refuse is Unknown: extract may meet an operand that it has no word for.
static bool complete(const fb::Value &V) {
  Operands O = operandsOf(V.kind());
  if (O.A == Operand::Ordinal && V.a() > UINT16_MAX)
    return false;
  return (V.a() || !O.NeedsA) && (V.b() || !O.NeedsB);
}

uint32_t UnitBuilder::value(ValueKind Kind, uint32_t A, uint32_t B, uint32_t Record) {
  std::pair<uint64_t, uint64_t> Key(static_cast<uint64_t>(Kind) << 32 | Record, static_cast<uint64_t>(A) << 32 | B);
  auto [It, New] = ValueIds.try_emplace(Key, 0);
  if (!New)
    return It->second;
  fb::Value V(Kind, 0, 0, Record, A, B);
  Extent Whole = extentOf(V);
  if (!Whole.fits() || !complete(V)) {
    uint32_t Cut = value(ValueKind::Unknown, 0, 0, Record);
    ValueIds[Key] = Cut;
    return Cut;
  }
  Values.push_back(V);
  Extents.push_back(Whole);
  return It->second = static_cast<uint32_t>(Values.size());
}

uint32_t UnitBuilder::appendList(ArrayRef<uint32_t> Items) {
  uint32_t Begin = static_cast<uint32_t>(Lists.size());
  Lists.insert(Lists.end(), Items.begin(), Items.end());
  return Begin;
}

uint32_t UnitBuilder::list(ArrayRef<uint32_t> Items, uint32_t Record) {
  SmallVector<uint32_t, 8> Known(Items);
  for (uint32_t &Item : Known)
    if (Item == 0)
      Item = value(ValueKind::Unknown);
  auto Bytes = ArrayRef(reinterpret_cast<const uint8_t *>(Known.data()), Known.size() * sizeof(uint32_t));
  uint64_t Key = xxh3_64bits(Bytes) >> 1; // never a reserved key
  for (uint32_t Candidate : ListIds[Key]) {
    const fb::Value &V = Values[Candidate - 1];
    if (V.record() == Record && ArrayRef(Lists).slice(V.a(), V.b()) == ArrayRef<uint32_t>(Known))
      return Candidate;
  }
  uint32_t Begin = appendList(Known);
  uint32_t Id = value(ValueKind::List, Begin, static_cast<uint32_t>(Known.size()), Record);
  if (valueDef(Id).kind() == ValueKind::List)
    ListIds[Key].push_back(Id);
  return Id;
}

uint32_t UnitBuilder::site(const SiteDef &S) {
  uint32_t Index = nextSite();
  auto OfThisSite = [&](uint32_t PlusOne) {
    const fb::Value &V = Values[PlusOne - 1];
    return siteOf(V.kind(), V.a()) == Index + 1;
  };
  SmallVector<uint32_t, 8> Args(S.Args.begin(), S.Args.begin() + std::min<size_t>(S.Args.size(), UINT16_MAX));
  Extent Operands;
  for (uint32_t &Arg : Args) {
    bool Late = S.Receiver && OfThisSite(S.Receiver) && Arg >= S.Receiver;
    assert(!Late && "an argument was made after the New or CallResult of its own site");
    if (Arg == 0 || Late || OfThisSite(Arg))
      Arg = value(ValueKind::Unknown);
    Operands.add(Extents[Arg - 1]);
  }
  bool LateTarget = S.Target && S.Receiver && OfThisSite(S.Receiver) && S.Target >= S.Receiver;
  uint32_t Target = S.Target && !LateTarget && !OfThisSite(S.Target) ? S.Target : 0;
  if (Target)
    Operands.add(Extents[Target - 1]);
  if (S.Receiver && OfThisSite(S.Receiver)) {
    // Made before its site: its extent is known only now. Too much: the arguments are cut, not the object.
    if (!Operands.whole().fits()) {
      for (uint32_t &Arg : Args)
        Arg = value(ValueKind::Unknown);
      Args.resize(std::min<size_t>(Args.size(), MaxValueSize / 2));
      Operands = {1, static_cast<uint32_t>(Args.size())};
      Target = 0;
    }
    Extents[S.Receiver - 1] = Operands.whole();
  }
  uint32_t Begin = appendList(Args);
  Sites.emplace_back(S.At, S.End, S.Callee, Target, S.Receiver, Begin, static_cast<uint16_t>(Args.size()), S.Flags,
                     S.Macro, S.Function);
  return Index;
}

uint32_t UnitBuilder::local(const fb::Local &L) {
  Locals.push_back(L);
  return static_cast<uint32_t>(Locals.size() - 1);
}

// The keys DenseMap keeps for itself are the two largest.
static uint64_t usrKey(uint64_t Usr) { return Usr >= UINT64_MAX - 1 ? Usr - 2 : Usr; }

template <class Def>
static uint32_t intern(DenseMap<uint64_t, uint32_t> &Ids, std::deque<Def> &Defs, uint64_t Usr, bool &IsNew) {
  auto [It, New] = Ids.try_emplace(usrKey(Usr), static_cast<uint32_t>(Defs.size() + 1));
  IsNew = New;
  if (New)
    Defs.emplace_back().Usr = usrKey(Usr);
  return It->second;
}

uint32_t UnitBuilder::function(uint64_t Usr, bool &IsNew) { return intern(FunctionIds, Functions, Usr, IsNew); }
uint32_t UnitBuilder::record(uint64_t Usr, bool &IsNew) { return intern(RecordIds, Records, Usr, IsNew); }
uint32_t UnitBuilder::variable(uint64_t Usr, bool &IsNew) { return intern(VariableIds, Variables, Usr, IsNew); }

// An expression that stands in several functions (a default member initialiser) is a call of each.
uint32_t UnitBuilder::siteIn(uint32_t Function, uint32_t Index) {
  const fb::Site S = Sites[Index];
  if (S.function() == Function)
    return Index;
  bool Shared = S.function() != 0;
  SmallVector<uint32_t, 8> Args(ArrayRef<uint32_t>(Lists).slice(S.args_begin(), S.args_count()));
  fb::Site Own(S.loc(), S.end(), S.callee(), S.target(), S.receiver(), Shared ? appendList(Args) : S.args_begin(),
               S.args_count(), S.flags(), S.macro(), Function);
  if (!Shared) {
    Sites[Index] = Own;
    return Index;
  }
  Sites.push_back(Own);
  return nextSite() - 1;
}

void UnitBuilder::setBody(uint32_t Function, Body Code) {
  auto [It, New] = Bodies.try_emplace(Function);
  if (!New)
    return;
  fold(Code);
  for (Body::Block &B : Code.Blocks)
    for (fb::Event &E : B.Events)
      if (E.kind() == EventKind::Call)
        E = fb::Event(EventKind::Call, 0, 0, siteIn(Function, E.a()), 0, E.loc());
  It->second = std::move(Code);
  functionDef(Function).set(FunctionFlag::HasBody);
}

void UnitBuilder::diagnostic(uint8_t Severity, uint32_t File, uint32_t Line, uint32_t Column, StringRef Text) {
  Notes.push_back({Severity, File, Line, Column, json::fixUTF8(Text)});
}

struct UnitBuilder::Layout {
  std::vector<fb::Event> Events;
  std::vector<fb::Block> Blocks;
  std::vector<fb::Param> Params;
  std::vector<fb::Capture> Captures;
};

void UnitBuilder::layOutBody(Layout &L, const Body &Code) {
  for (const Body::Block &B : Code.Blocks) {
    L.Blocks.emplace_back(static_cast<uint32_t>(L.Events.size()), static_cast<uint32_t>(B.Events.size()),
                          appendList(B.Successors), static_cast<uint32_t>(B.Successors.size()), B.Condition);
    L.Events.insert(L.Events.end(), B.Events.begin(), B.Events.end());
  }
}

Offset<fb::Function> UnitBuilder::writeFunction(FlatBufferBuilder &Out, Layout &L, uint32_t Index) {
  const FunctionDef &F = Functions[Index];
  uint32_t ParamsBegin = static_cast<uint32_t>(L.Params.size());
  uint32_t CapturesBegin = static_cast<uint32_t>(L.Captures.size());
  uint32_t BlocksBegin = static_cast<uint32_t>(L.Blocks.size());
  L.Params.insert(L.Params.end(), F.Params.begin(), F.Params.end());
  L.Captures.insert(L.Captures.end(), F.Captures.begin(), F.Captures.end());
  if (auto It = Bodies.find(Index + 1); It != Bodies.end())
    layOutBody(L, It->second);
  uint32_t BlocksCount = static_cast<uint32_t>(L.Blocks.size()) - BlocksBegin;
  // Begins of empty ranges are left at 0, which a table does not store.
  auto BeginOf = [](uint32_t Begin, size_t Count) { return Count ? Begin : 0; };
  uint32_t Overrides = BeginOf(appendList(F.Overrides), F.Overrides.size());
  uint32_t Annotations = BeginOf(appendList(F.Annotations), F.Annotations.size());
  return fb::CreateFunction(
      Out, F.Usr, F.Name, F.Signature, F.Record, F.At.line() ? &F.At : nullptr, F.End.line() ? &F.End : nullptr,
      F.Flags, BeginOf(ParamsBegin, F.Params.size()), static_cast<uint32_t>(F.Params.size()), Overrides,
      static_cast<uint32_t>(F.Overrides.size()), Annotations, static_cast<uint32_t>(F.Annotations.size()), F.Parent,
      BeginOf(CapturesBegin, F.Captures.size()), static_cast<uint32_t>(F.Captures.size()),
      BeginOf(BlocksBegin, BlocksCount), BlocksCount, F.Result, F.ResultType);
}

std::string UnitBuilder::finish(StringRef MainFile, uint64_t CommandHash, StringRef Language) {
  FlatBufferBuilder Out(1 << 16);
  Layout L;
  std::vector<Offset<fb::Function>> FunctionTables;
  for (uint32_t I = 0; I != Functions.size(); ++I)
    FunctionTables.push_back(writeFunction(Out, L, I));
  std::vector<Offset<fb::Record>> RecordTables;
  for (const RecordDef &R : Records) {
    uint32_t Bases = R.Bases.empty() ? 0 : appendList(R.Bases);
    uint32_t Annotations = R.Annotations.empty() ? 0 : appendList(R.Annotations);
    RecordTables.push_back(fb::CreateRecord(Out, R.Usr, R.Name, R.At.line() ? &R.At : nullptr, R.Flags, Bases,
                                            static_cast<uint32_t>(R.Bases.size()), R.FirstMember, Annotations,
                                            static_cast<uint32_t>(R.Annotations.size())));
  }
  std::vector<Offset<fb::Variable>> VariableTables;
  for (const VariableDef &V : Variables)
    VariableTables.push_back(
        fb::CreateVariable(Out, V.Usr, V.Name, V.Record, V.Type, V.TypeRecord, V.At.line() ? &V.At : nullptr, V.Flags));
  std::vector<Offset<fb::File>> FileTables;
  for (const FileDef &F : Files)
    FileTables.push_back(fb::CreateFile(Out, Out.CreateString(F.Path), F.Outside));
  std::vector<Offset<fb::Diagnostic>> NoteTables;
  for (const Note &N : Notes)
    NoteTables.push_back(fb::CreateDiagnostic(Out, N.Severity, N.File, N.Line, N.Column, Out.CreateString(N.Text)));
  std::vector<Offset<flatbuffers::String>> StringOffsets;
  for (StringRef S : Strings)
    StringOffsets.push_back(Out.CreateString(S.data(), S.size()));

  // One statement each: the order of evaluation of arguments is the compiler's choice, the bytes must not be.
  auto Main = Out.CreateString(MainFile.data(), MainFile.size());
  auto Lang = Out.CreateString(Language.data(), Language.size());
  auto FilesAt = Out.CreateVector(FileTables);
  auto StringsAt = Out.CreateVector(StringOffsets);
  auto ValuesAt = Out.CreateVectorOfStructs(Values);
  auto ListsAt = Out.CreateVector(Lists);
  auto SitesAt = Out.CreateVectorOfStructs(Sites);
  auto EventsAt = Out.CreateVectorOfStructs(L.Events);
  auto BlocksAt = Out.CreateVectorOfStructs(L.Blocks);
  auto LocalsAt = Out.CreateVectorOfStructs(Locals);
  auto CapturesAt = Out.CreateVectorOfStructs(L.Captures);
  auto ParamsAt = Out.CreateVectorOfStructs(L.Params);
  auto FunctionsAt = Out.CreateVector(FunctionTables);
  auto RecordsAt = Out.CreateVector(RecordTables);
  auto VariablesAt = Out.CreateVector(VariableTables);
  auto NotesAt = Out.CreateVector(NoteTables);
  auto Unit =
      fb::CreateUnit(Out, Version, Main, CommandHash, Lang, FilesAt, StringsAt, ValuesAt, ListsAt, SitesAt, EventsAt,
                     BlocksAt, LocalsAt, CapturesAt, ParamsAt, FunctionsAt, RecordsAt, VariablesAt, NotesAt);
  fb::FinishUnitBuffer(Out, Unit);
  return std::string(reinterpret_cast<const char *>(Out.GetBufferPointer()), Out.GetSize());
}

} // namespace offmain::facts
