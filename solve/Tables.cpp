// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "solve/Tables.h"
#include "models/Annotations.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/DenseSet.h"
#include "llvm/ADT/StringSwitch.h"

using namespace llvm;

namespace offmain {

Cell cellOfLocal(uint32_t Local) { return (uint64_t(1) << 32) | Local; }
Cell cellOfVariable(uint32_t Variable) { return (uint64_t(2) << 32) | Variable; }

namespace {

/// Sorted (key, item) pairs → rows.
template <class T> Rows<T> rowsOf(std::vector<std::pair<uint32_t, T>> &Pairs, size_t Keys) {
  Rows<T> R;
  R.Begin.assign(Keys + 1, 0);
  for (auto &[K, V] : Pairs)
    ++R.Begin[K + 1];
  for (size_t K = 0; K < Keys; ++K)
    R.Begin[K + 1] += R.Begin[K];
  R.Items.resize(Pairs.size());
  std::vector<uint32_t> Next(R.Begin.begin(), R.Begin.end() - 1);
  for (auto &[K, V] : Pairs)
    R.Items[Next[K]++] = V;
  return R;
}

} // namespace

Tables::Tables(const Program &P, const ModelSet &Models) : P(P), Models(Models), Owners(Models.owners()) {
  buildRecords();
  buildContracts();
  buildSites();
  buildMethods();
  buildStores();
}

void Tables::buildRecords() {
  std::vector<std::pair<uint32_t, RecordId>> Bases, Heirs;
  for (uint32_t R = 0; R < P.Records.size(); ++R) {
    // Breadth first, so "nearest first"; a cycle (broken input) ends at the seen set.
    SmallVector<uint32_t, 8> Queue{R};
    SmallDenseSet<uint32_t, 8> Seen;
    Seen.insert(R);
    for (size_t I = 0; I < Queue.size(); ++I) {
      Bases.push_back({R, RecordId(Queue[I])});
      if (I)
        Heirs.push_back({Queue[I], RecordId(R)});
      const Record &Rec = P.Records[Queue[I]];
      for (uint32_t B : P.bases(Rec))
        if (Seen.insert(B).second)
          Queue.push_back(B);
      if (Rec.is(RecordFlag::CStruct) && Rec.FirstMember && Seen.insert(Rec.FirstMember.Index).second)
        Queue.push_back(Rec.FirstMember.Index);
    }
  }
  BaseRows = rowsOf(Bases, P.Records.size());
  HeirRows = rowsOf(Heirs, P.Records.size());
  for (uint32_t R = 0; R < P.Records.size(); ++R)
    RecordByName.try_emplace(P.name(RecordId(R)), R);
  Affinities.resize(P.Records.size());
  for (uint32_t R = 0; R < P.Records.size(); ++R) {
    SmallVector<StringRef, 8> Names;
    for (RecordId B : bases(RecordId(R)).drop_front())
      Names.push_back(typeName(B));
    Affinities[R] = Models.affinity(typeName(RecordId(R)), Names);
  }
}

void Tables::buildContracts() {
  Contracts.emplace_back();
  ContractOf.assign(P.Functions.size(), 0);
  Modelled.resize(P.Functions.size());
  for (uint32_t F = 0; F < P.Functions.size(); ++F) {
    const Function &Fn = P.Functions[F];
    Contract C;
    // A body of the program speaks for itself, except where the models name it (user models, moc glue).
    SmallVector<StringRef, 8> Bases;
    if (Fn.Record)
      for (RecordId B : bases(Fn.Record).drop_front())
        Bases.push_back(P.name(B));
    bool Toolkit = Fn.is(FunctionFlag::Outside) || !Fn.hasBody();
    C = Models.function(P.text(Fn.Name), Toolkit ? ArrayRef<StringRef>(Bases) : ArrayRef<StringRef>(),
                        P.text(Fn.Signature));
    // A library's promise is not that of a function of the program that bears its name; a user's model is, and so is
    // what moc's code is to the solver.
    bool BuiltIn = !StringRef(C.File).contains('/');
    if (!Toolkit && C.What != Role::Ignore && BuiltIn)
      C = Contract();
    if (Fn.AnnotationsCount) {
      SmallVector<StringRef, 4> Texts;
      for (uint32_t A : P.annotations(Fn))
        Texts.push_back(P.text(StringId(A)));
      // A signal of a widget class is not a call on the widget.
      if (is_contained(Texts, "qt_signal") && C.RunsOn == Thread::Main)
        C = Contract();
      mergeContract(C, contractFromAnnotation(Texts));
    }
    // A project's own method of a widget heir is judged by what its body does, not by its class.
    if (!Fn.is(FunctionFlag::Outside) && Fn.Record && C.RunsOn != Thread::Unset && !Fn.AnnotationsCount)
      C.RunsOn = Thread::Unset;
    if (C.empty())
      continue;
    ContractOf[F] = Contracts.size();
    Modelled.set(F);
    Contracts.push_back(std::move(C));
  }
  for (uint32_t V = 0; V < P.Variables.size(); ++V) {
    const Variable &Var = P.Variables[V];
    if (Var.Owner || !Var.is(VariableFlag::Outside))
      continue;
    Contract C = Models.function(P.text(Var.Name), {}, "");
    if (C.Lock.empty() && C.Unlock.empty() && C.What == Role::None)
      continue;
    GlobalContracts[V] = Contracts.size();
    Contracts.push_back(std::move(C));
  }
}

const Contract &Tables::contract(const Site &S) const {
  if (S.Callee)
    return contract(S.Callee);
  if (S.Target) {
    const Value &V = P[S.Target];
    if (V.Kind == ValueKind::Global)
      return contractOfVariable(VariableId(V.A));
  }
  return Contracts[0];
}

const Contract &Tables::contractOfVariable(VariableId V) const {
  auto It = GlobalContracts.find(V.Index);
  return Contracts[It == GlobalContracts.end() ? 0 : It->second];
}

bool Tables::derives(RecordId Derived, RecordId Base) const {
  return Derived && Base && is_contained(bases(Derived), Base);
}

bool Tables::related(RecordId A, RecordId B) const { return !A || !B || A == B || derives(A, B) || derives(B, A); }

void Tables::buildMethods() {
  std::vector<std::pair<uint32_t, FunctionId>> Methods, Overriders;
  for (uint32_t F = 0; F < P.Functions.size(); ++F) {
    const Function &Fn = P.Functions[F];
    if (Fn.Record)
      Methods.push_back({Fn.Record.Index, FunctionId(F)});
    for (uint32_t O : P.overrides(Fn))
      Overriders.push_back({O, FunctionId(F)});
  }
  MethodRows = rowsOf(Methods, P.Records.size());
  OverriderRows = rowsOf(Overriders, P.Functions.size());

  Instantiated.assign(P.Records.size(), false);
  for (SiteId Id : constructorSites())
    if (const Site &S = P[Id]; !S.is(SiteFlag::BaseInit) && S.Callee && P[S.Callee].Record)
      Instantiated[P[S.Callee].Record.Index] = true;
  for (const Value &V : P.Values)
    if (V.Kind == ValueKind::New && V.Record)
      Instantiated[V.Record.Index] = true;
  for (const Variable &V : P.Variables)
    if (V.is(VariableFlag::ByValue) && V.TypeRecord)
      Instantiated[V.TypeRecord.Index] = true;
  LiveHeir = Instantiated;
  for (uint32_t R = 0; R < P.Records.size(); ++R)
    if (Instantiated[R])
      for (RecordId B : bases(RecordId(R)))
        LiveHeir[B.Index] = true;
}

StringRef Tables::typeName(RecordId R) const {
  StringRef N = P.name(R);
  // C: `typedef struct _GtkLabel GtkLabel`; everybody says GtkLabel.
  if (P[R].is(RecordFlag::CStruct))
    N.consume_front("_");
  return N;
}

StringRef Tables::shortName(FunctionId F) const {
  StringRef N = P.name(F);
  size_t At = N.rfind("::");
  return At == StringRef::npos ? N : N.substr(At + 2);
}

SmallVector<FunctionId, 2> Tables::methodsNamed(RecordId R, StringRef Name) const {
  SmallVector<FunctionId, 2> Found;
  if (!R)
    return Found;
  for (RecordId B : bases(R)) {
    for (FunctionId M : methods(B))
      if (shortName(M) == Name)
        Found.push_back(M);
    if (!Found.empty())
      break;
  }
  return Found;
}

SmallVector<FunctionId, 4> Tables::virtualTargets(const Site &S) const {
  SmallVector<FunctionId, 4> Out;
  RecordId Static = S.Receiver ? recordOf(S.Receiver) : RecordId();
  RecordId Declared = P[S.Callee].Record;
  if (!Static || !derives(Static, Declared))
    Static = Declared;
  // An object just made here has one class.
  if (S.Receiver && P[S.Receiver].Kind == ValueKind::Local) {
    auto Held = stores(cellOfLocal(P[S.Receiver].A));
    if (Held.size() == 1 && P[Held[0].Value].Kind == ValueKind::New && P[Held[0].Value].Record) {
      RecordId Exact = P[Held[0].Value].Record;
      for (RecordId B : bases(Exact))
        for (FunctionId M : methods(B))
          if (M == S.Callee || is_contained(P.overrides(P[M]), S.Callee.Index)) {
            Out.push_back(M);
            return Out;
          }
    }
  }
  // Many sites ask the same question of the same interface.
  auto [Known, New] = Viable.try_emplace((uint64_t(S.Callee.Index) << 32) | Static.Index);
  if (!New)
    return Known->second;
  auto Reaches = [&](FunctionId M) {
    RecordId K = P[M].Record;
    return live(K) && (derives(K, Static) || derives(Static, K));
  };
  if (P[S.Callee].hasBody() || overriders(S.Callee).empty())
    Out.push_back(S.Callee);
  for (FunctionId M : overriders(S.Callee))
    if (P[M].hasBody() && Reaches(M))
      Out.push_back(M);
  // Where the static class inherits an override, the methods above it are not reached.
  llvm::sort(Out);
  Out.erase(std::unique(Out.begin(), Out.end()), Out.end());
  Known->second = Out;
  return Out;
}

FunctionId Tables::functionNamed(StringRef Name) const {
  if (ByName.empty())
    for (uint32_t F = 0; F < P.Functions.size(); ++F)
      if (!P.Functions[F].Record)
        ByName.try_emplace(P.text(P.Functions[F].Name), F);
  auto It = ByName.find(Name);
  return It == ByName.end() ? FunctionId() : FunctionId(It->second);
}

void Tables::buildSites() {
  std::vector<std::pair<uint32_t, SiteId>> Callers;
  std::vector<std::pair<uint32_t, ValueId>> Returns;
  Callers.reserve(P.Sites.size());
  SitesOf.resize(P.Functions.size());
  BySiteRole.resize(256);
  for (uint32_t I = 0; I < P.Sites.size(); ++I) {
    const Site &S = P.Sites[I];
    SiteId Id(I);
    if (!I || S.Caller != P.Sites[I - 1].Caller)
      SitesOf[S.Caller.Index] = {I, I};
    ++SitesOf[S.Caller.Index].End;
    assert(SitesOf[S.Caller.Index].End == I + 1 && "sites are grouped by caller");
    if (S.Callee)
      Callers.push_back({S.Callee.Index, Id});
    if (S.is(SiteFlag::Constructor))
      ConstructorSites.push_back(Id);
    const Contract &C = contract(S);
    if (C.What != Role::None)
      BySiteRole[static_cast<size_t>(C.What)].push_back(Id);
    if (!C.Callbacks.empty())
      CallbackSites.push_back(Id);
    if (!C.CallsKept.empty())
      KeeperSites[C.CallsKept].push_back(Id);
    if (S.Callee && S.Receiver && P[S.Callee].is(FunctionFlag::Outside) && owned(S.Receiver) &&
        (S.is(SiteFlag::Destructor) || shortName(S.Callee) == "reset"))
      OwnerSites.push_back(Id);
    if (!S.Callee)
      IndirectSites.push_back(Id);
    else if (S.is(SiteFlag::Virtual))
      VirtualSites.push_back(Id);
    if (S.Callee && external(S.Callee) && C.Callbacks.empty() && C.What == Role::None && C.StoresArg == NoArg)
      for (uint32_t A : P.args(S))
        if (A != UINT32_MAX && (P.Values[A].Kind == ValueKind::Lambda || P.Values[A].Kind == ValueKind::Function)) {
          UnknownCallables.push_back(Id);
          break;
        }
  }
  CallerRows = rowsOf(Callers, P.Functions.size());
  for (uint32_t F = 0; F < P.Functions.size(); ++F)
    for (const Block &B : P.blocks(P.Functions[F]))
      for (const Event &E : P.events(B))
        if (E.Kind == EventKind::Return && E.A != UINT32_MAX)
          Returns.push_back({F, ValueId(E.A)});
  ReturnRows = rowsOf(Returns, P.Functions.size());
}

RecordId Tables::owned(ValueId V) const {
  if (!V)
    return {};
  const Value &X = P[V];
  StringRef Type;
  if (X.Kind == ValueKind::Local)
    Type = P.text(P.Locals[X.A].Type);
  else if (X.Kind == ValueKind::Field && X.B != UINT32_MAX)
    Type = P.text(P.Variables[X.B].Type);
  else if (X.Kind == ValueKind::Global)
    Type = P.text(P.Variables[X.A].Type);
  if (!Type.contains('<'))
    return {};
  for (const ModelSet::Owner &Pointer : Owners)
    if (size_t At = Type.find(Pointer.Class + "<"); At != StringRef::npos) {
      StringRef Arguments = Type.substr(At + Pointer.Class.size() + 1), Name = Arguments;
      Name = Name.take_until([](char C) { return C == ',' || C == '>' || C == '<'; }).trim();
      Name.consume_front("class ");
      Name.consume_front("struct ");
      StringRef Rest = Arguments.split(Name).second.ltrim();
      if (!Rest.starts_with(">") && !Rest.contains(Pointer.Deleter))
        return {}; // a deleter of its own
      auto It = RecordByName.find(Name);
      return It == RecordByName.end() ? RecordId() : RecordId(It->second);
    }
  return {};
}

Cell Tables::cellOf(ValueId V) const {
  for (unsigned Depth = 0; V && Depth < 16; ++Depth) {
    const Value &X = P[V];
    switch (X.Kind) {
    case ValueKind::Local:
      return cellOfLocal(X.A);
    case ValueKind::Global:
      return cellOfVariable(X.A);
    case ValueKind::Field:
      return X.B == UINT32_MAX ? 0 : cellOfVariable(X.B);
    case ValueKind::Index:
    case ValueKind::AddressOf:
      V = ValueId(X.A);
      continue;
    case ValueKind::CallResult: {
      const Contract &C = contract(P.Sites[X.A]);
      if (C.ReturnsArg == NoArg)
        return 0;
      V = C.ReturnsArg == ReceiverArg ? P.Sites[X.A].Receiver : P.arg(P.Sites[X.A], C.ReturnsArg);
      continue;
    }
    default:
      return 0;
    }
  }
  return 0;
}

/// Values a call keeps in its receiver: what the models say, and for methods of outside classes without a model
/// any callable they are given (a container, an event bus): a later call on the same object may hand it back.
bool Tables::keepsCallable(const Site &S, const Contract &C, SmallVectorImpl<ValueId> &Kept) const {
  if (C.StoresArg != NoArg) {
    ValueId A = C.StoresArg == ReceiverArg ? S.Receiver : P.arg(S, C.StoresArg);
    if (A)
      Kept.push_back(A);
    return !Kept.empty();
  }
  if (!S.Callee || !S.Receiver || S.is(SiteFlag::Constructor) || !C.Callbacks.empty() || !external(S.Callee))
    return false;
  for (uint32_t A : P.args(S))
    if (A != UINT32_MAX)
      switch (P.Values[A].Kind) {
      case ValueKind::Function:
      case ValueKind::Lambda:
      case ValueKind::Member:
      case ValueKind::Param:
      case ValueKind::Local:
      case ValueKind::Captured:
      case ValueKind::CallResult:
      case ValueKind::New:
        Kept.push_back(ValueId(A));
        break;
      default:
        break;
      }
  return !Kept.empty();
}

void Tables::buildStores() {
  std::vector<std::pair<Cell, FramedValue>> Stores, Keeps;
  for (uint32_t F = 0; F < P.Functions.size(); ++F)
    for (const Block &B : P.blocks(P.Functions[F]))
      for (const Event &E : P.events(B)) {
        if (E.Kind == EventKind::Store) {
          if (E.B == UINT32_MAX)
            continue;
          if (Cell C = cellOf(ValueId(E.A)))
            Stores.push_back({C, {FunctionId(F), ValueId(E.B)}});
        } else if (E.Kind == EventKind::Call) {
          const Site &S = P.Sites[E.A];
          const Contract &C = contract(S);
          SmallVector<ValueId, 4> Given;
          if (!keepsCallable(S, C, Given))
            continue;
          ValueId Into = C.StoresInto == NoArg || C.StoresInto == ReceiverArg ? S.Receiver : P.arg(S, C.StoresInto);
          if (!Into)
            continue;
          if (Cell At = cellOf(Into))
            for (ValueId V : Given)
              Keeps.push_back({At, {FunctionId(F), V}});
        }
      }
  Stored.fill(Stores);
  Kept.fill(Keeps);
}

void Tables::CellRows::fill(std::vector<std::pair<Cell, FramedValue>> &Pairs) {
  llvm::sort(Pairs);
  Pairs.erase(std::unique(Pairs.begin(), Pairs.end()), Pairs.end());
  for (auto &[C, V] : Pairs) {
    Cells.push_back(C);
    Values.push_back(V);
  }
}

ArrayRef<FramedValue> Tables::CellRows::operator[](Cell C) const {
  auto [Lo, Hi] = std::equal_range(Cells.begin(), Cells.end(), C);
  return ArrayRef<FramedValue>(Values).slice(Lo - Cells.begin(), Hi - Lo);
}

ArrayRef<FramedValue> Tables::stores(Cell C) const { return Stored[C]; }
ArrayRef<FramedValue> Tables::kept(Cell C) const { return Kept[C]; }

ValueId Tables::strip(ValueId V) const {
  for (unsigned Depth = 0; V && Depth < 16; ++Depth) {
    const Value &X = P[V];
    if (X.Kind == ValueKind::AddressOf) {
      V = ValueId(X.A);
      continue;
    }
    if (X.Kind != ValueKind::CallResult)
      return V;
    const Site &S = P.Sites[X.A];
    const Contract &C = contract(S);
    if (C.ReturnsArg == NoArg)
      return V;
    ValueId Inner = C.ReturnsArg == ReceiverArg ? S.Receiver : P.arg(S, C.ReturnsArg);
    if (!Inner)
      return V;
    V = Inner;
  }
  return V;
}

static bool namesNumber(StringRef Type) {
  Type.consume_front("const ");
  return StringSwitch<bool>(Type)
      .Cases({"bool", "_Bool", "char", "signed char", "unsigned char", "wchar_t", "short", "unsigned short", "void"}, true)
      .Cases({"int", "unsigned int", "long", "unsigned long", "long long", "unsigned long long"}, true)
      .Cases({"float", "double", "long double"}, true)
      .Default(false);
}

bool Tables::isNumber(FunctionId Frame, ValueId V) const {
  const Value &X = P[V];
  switch (X.Kind) {
  case ValueKind::Int:
  case ValueKind::Enum:
    return true;
  case ValueKind::Param:
    return X.A < P[Frame].ParamsCount && namesNumber(P.text(P.Params[P[Frame].ParamsBegin + X.A].Type));
  case ValueKind::Local:
    return namesNumber(P.text(P.Locals[X.A].Type));
  case ValueKind::Global:
    return namesNumber(P.text(P.Variables[X.A].Type));
  case ValueKind::Field:
    return X.B != UINT32_MAX && namesNumber(P.text(P.Variables[X.B].Type));
  case ValueKind::CallResult:
    return P.Sites[X.A].Callee && namesNumber(P.text(P[P.Sites[X.A].Callee].ResultType)) &&
           !P.Sites[X.A].is(SiteFlag::Constructor);
  default:
    return false;
  }
}

StringRef Tables::stringOf(ValueId V) const {
  V = strip(V);
  if (V && P[V].Kind == ValueKind::String && P[V].A != UINT32_MAX)
    return P.Strings[P[V].A];
  return {};
}

RecordId Tables::recordOf(ValueId V) const {
  if (!V)
    return {};
  ValueId Inner = strip(V);
  if (Inner && P[Inner].Record) {
    RecordId R = P[Inner].Record;
    // A cast to a more specific class than the operand's says more.
    if (P[V].Record && derives(P[V].Record, R))
      return P[V].Record;
    // What operator-> gives is not of the smart pointer's class. (C structs may be opaque: their casts say little.)
    if (P[V].Record && !P[R].is(RecordFlag::CStruct) && !related(P[V].Record, R))
      return P[V].Record;
    return R;
  }
  return P[V].Record;
}

} // namespace offmain
