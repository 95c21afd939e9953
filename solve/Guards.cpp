// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "solve/Guards.h"
#include "llvm/ADT/STLExtras.h"

using namespace llvm;

namespace offmain {

Guards::Guards(const Tables &T, const Flow &Fl, const Homes &H, const KnownContexts &Known, StringRef Lock)
    : T(T), Fl(Fl), H(H), Known(Known), P(T.P), Lock(Lock), OfInterpreter(Lock == InterpreterLock), Forked(T),
      Switched(switchedOffForThreads(T)), Set(setAtStart(T, Known)), HasState(P.Sites.size()),
      HasSummary(P.Functions.size()) {
  std::vector<bool> Queued(P.Functions.size(), false);
  std::vector<FunctionId> Indirect; // test through a table: they depend on functions that no call names
  for (SiteId S : T.indirectSites())
    if (Indirect.empty() || Indirect.back() != P[S].Caller)
      Indirect.push_back(P[S].Caller);
  std::vector<FunctionId> Work;
  for (uint32_t F = 0; F < P.Functions.size(); ++F)
    if (P.Functions[F].hasBody() && touchesThreads(FunctionId(F))) {
      Work.push_back(FunctionId(F));
      Queued[F] = true;
    }
  // Summaries only get sharper, and a function is done again when one it calls has become one: bounded rounds.
  for (unsigned Round = 0; Round < 6 && !Work.empty(); ++Round) {
    std::vector<FunctionId> Next;
    bool Summarised = false;
    std::fill(Queued.begin(), Queued.end(), false);
    for (FunctionId F : Work) {
      const Summary *Before = summaryOf(F);
      Summary Old = Before ? *Before : Summary();
      analyze(F);
      const Summary *After = summaryOf(F);
      Summary New = After ? *After : Summary();
      bool Changed = Old.Returns.True != New.Returns.True || Old.Returns.False != New.Returns.False ||
                     Old.AfterReturn != New.AfterReturn || Old.Exits != New.Exits;
      if (!Changed)
        continue;
      auto Wake = [&](FunctionId Callee) {
        for (SiteId S : T.directCallers(Callee)) {
          FunctionId Caller = P[S].Caller;
          if (!Queued[Caller.Index]) {
            Queued[Caller.Index] = true;
            Next.push_back(Caller);
          }
        }
      };
      Wake(F);
      Summarised = true;
    }
    if (Summarised)
      for (FunctionId F : Indirect)
        if (!Queued[F.Index] && touchesThreads(F)) {
          Queued[F.Index] = true;
          Next.push_back(F);
        }
    llvm::sort(Next);
    Work = std::move(Next);
  }
  FunctionId Last;
  for (SiteId S : T.sitesWithCallbacks())
    if (P[S].Caller != Last)
      postOrDo(Last = P[S].Caller);
}

SiteState Guards::at(SiteId S) const {
  SiteState State = HasState[S.Index] ? States.find(S.Index)->second : SiteState();
  State.Child = Forked.child(S);
  return State;
}

/// "status.on_main = (self() == main);": a field that only ever holds thread tests.
bool Guards::fieldHoldsTest(Cell C) const {
  auto Stores = T.stores(C);
  if (Stores.empty() || Stores.size() > 4)
    return false;
  for (const FramedValue &S : Stores) {
    const Value &X = P[S.Value];
    if (X.Kind == ValueKind::Int)
      continue;
    if (X.Kind != ValueKind::Eq && X.Kind != ValueKind::Ne && X.Kind != ValueKind::Not && X.Kind != ValueKind::CallResult)
      return false;
  }
  return true;
}

bool Guards::touchesThreads(FunctionId F) const {
  for (SiteId S : T.sitesOf(F)) {
    const Contract &C = T.contract(P[S]);
    switch (C.What) {
    case Role::CurrentThread:
    case Role::TestsMain:
    case Role::TestsNotMain:
    case Role::SameThread:
    case Role::ThreadLocalGet:
    case Role::Assert:
    case Role::TestsLock:
      return true;
    default:
      break;
    }
    if (C.AssertsMain || C.lockChange(Lock) || (OfInterpreter && boxesLock(P[S])))
      return true;
  }
  for (const Block &B : P.blocks(P[F])) {
    if (!B.Condition)
      continue;
    // A flag kept per thread, or the result of a call through a service table.
    ValueId V = B.Condition;
    for (unsigned D = 0; V && D < 4; ++D) {
      const Value &X = P[V];
      if (X.Kind == ValueKind::Global &&
          (P.Variables[X.A].is(VariableFlag::ThreadLocal) || Switched.contains(X.A) || Set.contains(X.A)))
        return true;
      if (X.Kind == ValueKind::Field && X.B != UINT32_MAX && fieldHoldsTest(cellOfVariable(X.B)))
        return true;
      if (X.Kind == ValueKind::CallResult && !P.Sites[X.A].Callee)
        return true;
      if (X.Kind != ValueKind::Not && X.Kind != ValueKind::Eq && X.Kind != ValueKind::Ne)
        break;
      V = ValueId(X.A);
    }
  }
  return false;
}

ArrayRef<LockExit> Guards::exits(FunctionId F) const {
  const Summary *Known = summaryOf(F);
  return Known ? ArrayRef<LockExit>(Known->Exits) : ArrayRef<LockExit>();
}

namespace {

/// The exits of a callee that this call, in these contexts, can come back by.
SmallVector<const LockExit *, 4> possible(const Program &P, const Site &S, ArrayRef<LockExit> Exits, CtxMask Allowed,
                                          function_ref<Fact(ValueId)> Known) {
  SmallVector<const LockExit *, 4> Out;
  for (const LockExit &E : Exits) {
    bool Fits = E.Allowed & Allowed;
    for (auto &[Param, Is] : E.Params) {
      Fact Given = Known(P.arg(S, Param));
      if (Given.Is == Fact::Equal)
        Fits &= Is.branch(Given.Number, true).has_value();
      else if (Given.Is == Fact::Other && Is.Is == Fact::Equal)
        Fits &= Is.Number != Given.Number;
    }
    if (Fits)
      Out.push_back(&E);
  }
  return Out;
}

/// What a callee whose exits differ is meant to do: one that takes the lock under a condition and never gives it back
/// is a wrapper; one that gives it back on other paths has forgotten to on this (its own finding).
int meant(ArrayRef<const LockExit *> Exits) {
  int Most = 0, Least = 0;
  bool Balanced = false;
  for (const LockExit *E : Exits) {
    Most = std::max<int>(Most, E->Depth);
    Least = std::min<int>(Least, E->Depth);
    Balanced |= !E->Depth && E->Balanced;
  }
  if (Balanced || (Most && Least))
    return 0;
  return Most ? Most : Least;
}

bool ends(const Program &P, const Block &B) {
  return all_of(P.successors(B), [](uint32_t S) { return S == UINT32_MAX; });
}

/// Does control leave the function with the return in block B? Not when destructors follow in another block.
bool returns(const Program &P, ArrayRef<Block> Blocks, uint32_t B) {
  return any_of(P.events(Blocks[B]), [](const Event &E) { return E.Kind == EventKind::Return; }) &&
         all_of(P.successors(Blocks[B]), [&](uint32_t S) {
           return S == UINT32_MAX || (!Blocks[S].EventsCount && ends(P, Blocks[S]));
         });
}

bool agree(ArrayRef<const LockExit *> Exits) {
  return all_of(Exits, [&](const LockExit *E) { return E->Depth == Exits.front()->Depth; });
}

} // namespace

/// The function whose exits tell what a call does to the lock: what is named, or the destructor of what a smart pointer drops.
FunctionId Guards::lockCallee(const Site &S) const {
  if (!S.Callee || S.is(SiteFlag::Virtual))
    return {};
  if (S.is(SiteFlag::Destructor) && T.external(S.Callee) && S.Receiver)
    if (RecordId R = T.owned(S.Receiver))
      for (FunctionId M : T.methods(R))
        if (P[M].is(FunctionFlag::Destructor))
          return M;
  return S.Callee;
}

Guards::LockEffect Guards::lockEffect(const Site &S, Ctx C) const {
  const Contract &Said = T.contract(S);
  if (int By = Said.lockChange(Lock))
    return {By, true};
  FunctionId Callee = lockCallee(S);
  if (!Callee)
    return {0, true};
  auto Constant = [&](ValueId V) {
    auto K = constantOf(P, V);
    return K ? Fact{Fact::Equal, *K} : Fact();
  };
  auto Ways = possible(P, S, exits(Callee), maskOf(C), Constant);
  return {meant(Ways), Ways.empty() || agree(Ways)};
}

/// The lock after a call: the contexts of main and others, and results that tell how it went, are kept apart.
Paths Guards::call(const Site &S, SiteId Id, Path At, const Tracked &Values) const {
  const Contract &C = T.contract(S);
  if (OfInterpreter && boxesLock(S)) {
    At.Unsure = true;
    return {At};
  }
  if (int By = C.lockChange(Lock)) {
    // A lock object that nobody keeps lets go at once.
    if (!S.is(SiteFlag::Constructor) || S.Receiver)
      At.take(By, Id, C.What);
    return {At};
  }
  FunctionId Callee = lockCallee(S);
  ArrayRef<LockExit> Exits = Callee ? exits(Callee) : ArrayRef<LockExit>();
  if (Exits.empty())
    return {At};
  auto Known = [&](ValueId V) { return Values.factOf(V, At.Known); };
  Paths Out;
  auto Go = [&](Path By, int Effect) {
    By.take(Effect, Id);
    addPath(Out, By);
  };
  for (CtxMask Side : {MainMask, OffMainMask}) {
    Path Here = At;
    Here.Allowed &= Side;
    if (!Here.Allowed)
      continue;
    auto Ways = possible(P, S, Exits, Here.Allowed, Known);
    if (Ways.empty() || agree(Ways)) {
      Go(Here, Ways.empty() ? 0 : Ways.front()->Depth);
      continue;
    }
    std::optional<unsigned> Result;
    for (unsigned I = 0; I < Values.values().size(); ++I)
      if (const Value &V = P[Values.values()[I]]; V.Kind == ValueKind::CallResult && V.A == Id.Index)
        Result = I;
    if (!Result || !all_of(Ways, [](const LockExit *E) { return E->Returns.has_value(); })) {
      // A lock object that was told to let go does not give back once more when it dies.
      int Effect = meant(Ways);
      Go(Here, Effect < 0 && At.Depth <= 0 && At.Balanced ? 0 : Effect);
      continue;
    }
    for (const LockExit *E : Ways) {
      Here.Known[*Result] = {Fact::Equal, *E->Returns};
      Go(Here, E->Depth);
    }
  }
  return Out;
}

/// GTK 2's macro asks whether there is a lock at all: there is, in a program that takes it.
std::optional<bool> Guards::alwaysTested(ValueId Condition) const {
  const Value &V = P[Condition];
  if (V.Kind != ValueKind::Global)
    return std::nullopt;
  const Contract &C = T.contractOfVariable(VariableId(V.A));
  return C.lockChange(Lock) ? std::optional<bool>(true) : std::nullopt;
}

/// A lock object on the heap or in a box (std::optional, std::unique_ptr): when it is made and when it ends is not followed.
bool Guards::boxesLock(const Site &S) const {
  if (!S.Receiver)
    return false;
  const Value &V = P[S.Receiver];
  if (V.Kind == ValueKind::New)
    return T.contract(S).lockChange(Lock);
  if (V.Kind != ValueKind::Local)
    return false;
  StringId Type = P.Locals[V.A].Type;
  auto [It, New] = Boxes.try_emplace(Type.Index, false);
  if (New) {
    StringRef Inner = P.text(Type).split('<').second.take_until([](char C) { return C == ',' || C == '>' || C == '<'; });
    std::string Constructor = (Inner + "::" + Inner.rsplit("::").second).str();
    It->second = !Inner.empty() && T.Models.function(Constructor, {}, "").lockChange(Lock);
  }
  return It->second;
}

/// "if (PyGILState_Check())"
bool Guards::asksForLock(ValueId Condition) const {
  const Value &V = P[Condition];
  if (V.Kind == ValueKind::Not)
    return asksForLock(ValueId(V.A));
  return V.Kind == ValueKind::CallResult && T.contract(P.Sites[V.A]).What == Role::TestsLock;
}

/// Which blocks of F take or give up the lock; empty if none does.
std::vector<bool> Guards::lockBlocks(FunctionId F) const {
  auto Blocks = P.blocks(P[F]);
  std::vector<bool> Out(Blocks.size());
  bool Any = false;
  for (uint32_t B = 0; B < Blocks.size(); ++B)
    for (const Event &E : P.events(Blocks[B])) {
      if (E.Kind != EventKind::Call)
        continue;
      const Site &S = P.Sites[E.A];
      const Contract &C = T.contract(S);
      FunctionId Callee = lockCallee(S);
      bool Locks = C.lockChange(Lock) || (Callee && !exits(Callee).empty());
      Out[B] = Out[B] || Locks;
      Any |= Locks;
    }
  return Any ? Out : std::vector<bool>();
}

void Guards::analyze(FunctionId F) {
  auto Blocks = P.blocks(P[F]);
  Tracked Values(T, Blocks, lockBlocks(F));
  std::vector<Paths> In(Blocks.size());
  In[0].push_back(Path());
  Summary Unused;
  SmallVector<uint32_t, 16> Work{0};
  std::vector<unsigned> Visits(Blocks.size(), 0);
  Blurred.erase(F.Index);
  while (!Work.empty()) {
    uint32_t B = Work.pop_back_val();
    if (++Visits[B] > 40) {
      Blurred.insert(F.Index);
      continue;
    }
    Paths Out = runBlock(F, Blocks[B], In[B], Values, Unused, false);
    auto Succ = P.successors(Blocks[B]);
    if (returns(P, Blocks, B))
      continue;
    bool Two = Blocks[B].Condition && Succ.size() == 2;
    Split Cond = Two ? split(F, Blocks[B].Condition) : Split();
    auto Test = Two ? Values.testOf(Blocks[B].Condition) : std::nullopt;
    auto Always = Two ? alwaysTested(Blocks[B].Condition) : std::nullopt;
    bool Asks = Two && asksForLock(Blocks[B].Condition);
    for (unsigned I = 0; I < Succ.size(); ++I) {
      if (Succ[I] == UINT32_MAX || (Always && *Always != (I == 0)))
        continue;
      bool Grew = false;
      for (Path To : Out) {
        if (Test) {
          auto Narrowed = To.Known[Test->Value].branch(Test->Number, (I == 0) == Test->Equal);
          if (!Narrowed)
            continue;
          To.Known[Test->Value] = *Narrowed;
        }
        if (Two && !(Asks && To.Depth)) // what the caller holds is known only where nothing was taken since
          To.Allowed &= I == 0 ? Cond.True : Cond.False;
        Grew |= addPath(In[Succ[I]], To);
      }
      if (boundPaths(In[Succ[I]]))
        Blurred.insert(F.Index);
      if (Grew)
        Work.push_back(Succ[I]);
    }
  }
  summarise(F, In, Values);
}

Paths Guards::runBlock(FunctionId F, const Block &B, const Paths &In, const Tracked &Values, Summary &Sum, bool Record) {
  if (Record)
    for (const Event &E : P.events(B))
      if (E.Kind == EventKind::Call)
        state(E.A) = SiteState::nowhere();
  Paths Out;
  for (const Path &Start : In) {
    Paths Here{Start};
    for (const Event &E : P.events(B)) {
      Paths After;
      for (Path &At : Here)
        for (const Path &Next : step(E, F, At, Values, Sum, Record))
          addPath(After, Next);
      Here = std::move(After);
    }
    for (const Path &End : Here)
      addPath(Out, End);
  }
  return Out;
}

/// Second pass over the fixpoint: notes the states and what leaves the function.
void Guards::summarise(FunctionId F, const std::vector<Paths> &In, const Tracked &Values) {
  auto Blocks = P.blocks(P[F]);
  Summary Sum;
  Sum.Returns = {0, 0};
  Sum.AfterReturn = 0;
  for (uint32_t B = 0; B < Blocks.size(); ++B) {
    Paths Out = runBlock(F, Blocks[B], In[B], Values, Sum, true);
    if (!returns(P, Blocks, B) && !ends(P, Blocks[B]))
      continue;
    for (const Path &At : Out) {
      Sum.AfterReturn |= At.Allowed;
      leave(F, Blocks[B], At, Values, Sum);
    }
  }
  if (all_of(Sum.Exits, [](const LockExit &E) { return !E.Depth; }))
    Sum.Exits.clear();
  if (!Sum.AfterReturn)
    Sum = Summary();
  if (T.returns(F).empty())
    Sum.Returns = Split();
  HasSummary[F.Index] = !Sum.trivial();
  if (HasSummary[F.Index])
    Summaries[F.Index] = std::move(Sum);
  else
    Summaries.erase(F.Index);
}

/// A path that ends in B leaves F.
void Guards::leave(FunctionId F, const Block &B, const Path &At, const Tracked &Values, Summary &Sum) const {
  LockExit Exit{{}, At.Depth ? At.Since : SiteId(), At.Depth, At.Balanced, At.Allowed, {}, {}};
  for (const Event &E : P.events(B)) {
    if (E.Kind != EventKind::Return)
      continue;
    Exit.At = E.At;
    if (E.A != UINT32_MAX)
      if (Fact Is = Values.factOf(ValueId(E.A), At.Known); Is.Is == Fact::Equal)
        Exit.Returns = Is.Number;
  }
  for (unsigned I = 0; I < Values.values().size(); ++I)
    if (const Value &V = P[Values.values()[I]]; V.Kind == ValueKind::Param && At.Known[I].Is != Fact::Top)
      Exit.Params.push_back({V.A, At.Known[I]});
  for (LockExit &Old : Sum.Exits) {
    LockExit Twin = Exit;
    Twin.Allowed = Old.Allowed;
    if (Twin == Old) {
      Old.Allowed |= Exit.Allowed;
      return;
    }
  }
  Sum.Exits.push_back(std::move(Exit));
}

Paths Guards::step(const Event &E, FunctionId F, Path At, const Tracked &Values, Summary &Sum, bool Record) {
  Values.update(E, At.Known);
  if (E.Kind == EventKind::Return) {
    if (E.A != UINT32_MAX) {
      Split S = split(F, ValueId(E.A));
      Sum.Returns.True |= S.True & At.Allowed;
      Sum.Returns.False |= S.False & At.Allowed;
    }
    return {At};
  }
  if (E.Kind != EventKind::Call)
    return {At};
  const Site &S = P.Sites[E.A];
  // Several paths come here: what passes is what any of them lets pass.
  if (Record) {
    SiteState &State = state(E.A);
    if (!Values.decided(At.Known))
      Conditional.erase(E.A);
    else if (!State.Allowed)
      Conditional.insert(E.A);
    State.join(At.state());
  }
  const Contract &C = T.contract(S);
  if (C.AssertsMain)
    At.Allowed &= MainMask;
  if (C.NoReturn)
    At.Allowed = 0;
  if (C.What == Role::Assert)
    At.Allowed &= split(F, P.arg(S, 0)).True;
  if (S.Callee && !S.is(SiteFlag::Virtual))
    if (const Summary *Known = summaryOf(S.Callee))
      At.Allowed &= Known->AfterReturn;
  if (!At.Allowed)
    return {};
  return call(S, SiteId(E.A), At, Values);
}

} // namespace offmain
