// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "solve/Guards.h"
#include "llvm/ADT/STLExtras.h"

using namespace llvm;

namespace offmain {

void SiteState::take() {
  Lock = LockOp::Held;
  Depth = std::min<uint8_t>(Depth + 1, 8);
}

void SiteState::release() {
  if (!Depth) {
    Lock = LockOp::Released; // its caller's
    return;
  }
  if (!--Depth)
    Lock = LockOp::AsAtEntry;
}

void SiteState::under(const SiteState &Outer) {
  Allowed &= Outer.Allowed;
  if (Lock == LockOp::AsAtEntry)
    Lock = Outer.Lock;
  Child |= Outer.Child;
}

std::optional<Ctx> SiteState::through(Ctx C) const {
  if (!(Allowed & maskOf(C)))
    return std::nullopt;
  if (Child)
    return Ctx::Forked;
  if (Lock == LockOp::Held)
    return C == Ctx::Worker ? Ctx::WorkerLocked : C == Ctx::Library ? Ctx::LibraryLocked : C;
  if (Lock == LockOp::Released)
    return C == Ctx::WorkerLocked ? Ctx::Worker : C == Ctx::LibraryLocked ? Ctx::Library : C;
  return C;
}

Guards::Guards(const Tables &T, const Flow &Fl, const Homes &H, const KnownContexts &Known)
    : T(T), Fl(Fl), H(H), Known(Known), P(T.P), Forked(T) {
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
      auto Before = Summaries.find(F.Index);
      Summary Old = Before == Summaries.end() ? Summary() : Before->second;
      analyze(F);
      auto After = Summaries.find(F.Index);
      Summary New = After == Summaries.end() ? Summary() : After->second;
      bool Changed = Old.Returns.True != New.Returns.True || Old.Returns.False != New.Returns.False ||
                     Old.AfterReturn != New.AfterReturn || Old.Lock != New.Lock;
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
  auto It = States.find(S.Index);
  SiteState State = It == States.end() ? SiteState() : It->second;
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
      return true;
    default:
      break;
    }
    if (C.AssertsMain || !C.Lock.empty() || !C.Unlock.empty())
      return true;
  }
  for (const Block &B : P.blocks(P[F])) {
    if (!B.Condition)
      continue;
    // A flag kept per thread, or the result of a call through a service table.
    ValueId V = B.Condition;
    for (unsigned D = 0; V && D < 4; ++D) {
      const Value &X = P[V];
      if (X.Kind == ValueKind::Global)
        return P.Variables[X.A].is(VariableFlag::ThreadLocal);
      if (X.Kind == ValueKind::Field && X.B != UINT32_MAX && fieldHoldsTest(cellOfVariable(X.B)))
        return true;
      if (X.Kind == ValueKind::CallResult)
        return !P.Sites[X.A].Callee;
      if (X.Kind != ValueKind::Not && X.Kind != ValueKind::Eq && X.Kind != ValueKind::Ne)
        break;
      V = ValueId(X.A);
    }
  }
  return false;
}

namespace {

/// What is known of one variable of a function that is both set to constants and tested: "if (ask && !on_main) ask =
/// false; ... if (ask) dialog();" is only understood with the two kept together.
struct Fact {
  enum Kind : uint8_t { Top, Equal, Other } Is = Top;
  uint32_t Number = 0;
  friend bool operator==(const Fact &, const Fact &) = default;
};

struct Part {
  Fact Var;
  SiteState State;
};
using Parts = SmallVector<Part, 2>;
constexpr size_t MaxParts = 6;

std::optional<uint32_t> constantOf(const Value &V) {
  switch (V.Kind) {
  case ValueKind::Enum:
    return V.B;
  case ValueKind::Int:
    return V.A;
  case ValueKind::Null:
    return 0;
  default:
    return std::nullopt;
  }
}

bool joinState(SiteState &To, const SiteState &From) {
  SiteState Old = To;
  if (!To.Allowed)
    To.Lock = From.Lock;
  else if (To.Lock != From.Lock && From.Allowed)
    To.Lock = To.Lock == LockOp::Held || From.Lock == LockOp::Held ? LockOp::Held : LockOp::Released;
  To.Depth = std::max(To.Depth, From.Depth);
  To.Allowed |= From.Allowed;
  return !(To == Old);
}

bool addPart(Parts &To, const Part &From) {
  if (!From.State.Allowed)
    return false;
  for (Part &P : To)
    if (P.Var == From.Var)
      return joinState(P.State, From.State);
  To.push_back(From);
  return true;
}

/// One that grew too many: forget the variable.
void bound(Parts &Of) {
  if (Of.size() <= MaxParts)
    return;
  SiteState All{0, LockOp::AsAtEntry, 0};
  for (Part &P : Of)
    joinState(All, P.State);
  Of.assign(1, {Fact(), All});
}

/// The part on the branch where the variable equals K (or does not); none when that cannot be.
std::optional<Part> branch(Part P, uint32_t K, bool Equal) {
  switch (P.Var.Is) {
  case Fact::Top:
    P.Var = {Equal ? Fact::Equal : Fact::Other, K};
    return P;
  case Fact::Equal:
    return (P.Var.Number == K) == Equal ? std::optional<Part>(P) : std::nullopt;
  case Fact::Other:
    if (Equal && P.Var.Number == K)
      return std::nullopt;
    if (Equal)
      P.Var = {Fact::Equal, K};
    return P;
  }
  return P;
}

/// A test of Variable against a constant: the constant, and whether the true branch is the equal one.
std::optional<std::pair<uint32_t, bool>> testOf(const Program &P, ValueId Condition, ValueId Variable) {
  if (!Condition || !Variable)
    return std::nullopt;
  if (Condition == Variable)
    return std::pair(0u, false);
  const Value &C = P[Condition];
  if (C.Kind == ValueKind::Not && ValueId(C.A) == Variable)
    return std::pair(0u, true);
  if ((C.Kind == ValueKind::Eq || C.Kind == ValueKind::Ne) && ValueId(C.A) == Variable)
    if (auto K = constantOf(P.Values[C.B]))
      return std::pair(*K, C.Kind == ValueKind::Eq);
  return std::nullopt;
}

/// The variable to keep together with the contexts: a local or parameter that is set to a constant and tested.
/// Somebody else can change it: its address or a reference to it is given away.
bool escapes(const Program &P, ArrayRef<Block> Blocks, ValueId Variable) {
  auto IsAddress = [&](uint32_t V) {
    if (V == UINT32_MAX)
      return false;
    const Value &X = P.Values[V];
    if (X.Kind == ValueKind::AddressOf && X.A == Variable.Index)
      return true;
    if (X.Kind != ValueKind::Lambda || X.A == UINT32_MAX)
      return false;
    const Function &L = P.Functions[X.A];
    for (uint32_t C = 0; C < L.CapturesCount; ++C)
      if (const Capture &Cap = P.Captures[L.CapturesBegin + C]; Cap.ByReference && Cap.InEnclosing == Variable)
        return true;
    return false;
  };
  for (const Block &B : Blocks)
    for (const Event &E : P.events(B)) {
      if (E.Kind == EventKind::Store && IsAddress(E.B))
        return true;
      if (E.Kind != EventKind::Call)
        continue;
      const Site &S = P.Sites[E.A];
      for (unsigned I = 0; I < S.ArgsCount; ++I) {
        uint32_t A = P.arg(S, I).Index;
        if (IsAddress(A))
          return true;
        if (A == Variable.Index && S.Callee && I < P[S.Callee].ParamsCount &&
            P.Params[P[S.Callee].ParamsBegin + I].is(ParamFlag::Reference))
          return true;
      }
    }
  return false;
}

ValueId trackedVariable(const Program &P, ArrayRef<Block> Blocks) {
  for (const Block &B : Blocks)
    for (const Event &E : P.events(B)) {
      if (E.Kind != EventKind::Store || E.B == UINT32_MAX || !constantOf(P.Values[E.B]))
        continue;
      ValueKind K = P.Values[E.A].Kind;
      if (K != ValueKind::Local && K != ValueKind::Param)
        continue;
      for (const Block &Tests : Blocks)
        if (testOf(P, Tests.Condition, ValueId(E.A)))
          return escapes(P, Blocks, ValueId(E.A)) ? ValueId() : ValueId(E.A);
    }
  return {};
}

} // namespace

void Guards::analyze(FunctionId F) {
  auto Blocks = P.blocks(P[F]);
  ValueId Variable = trackedVariable(P, Blocks);
  std::vector<Parts> In(Blocks.size());
  In[0].push_back({Fact(), SiteState()});
  Summary Sum;
  auto Run = [&](uint32_t B, bool Record) {
    Parts Out;
    for (const Event &E : P.events(Blocks[B]))
      if (Record && E.Kind == EventKind::Call)
        States.erase(E.A);
    for (Part At : In[B]) {
      for (const Event &E : P.events(Blocks[B])) {
        if (E.Kind == EventKind::Store && Variable && E.A == Variable.Index) {
          auto K = E.B == UINT32_MAX ? std::nullopt : constantOf(P.Values[E.B]);
          At.Var = K ? Fact{Fact::Equal, *K} : Fact();
        }
        step(E, F, At.State, Sum, Record);
      }
      addPart(Out, At);
    }
    return Out;
  };
  SmallVector<uint32_t, 16> Work{0};
  std::vector<unsigned> Visits(Blocks.size(), 0);
  while (!Work.empty()) {
    uint32_t B = Work.pop_back_val();
    if (++Visits[B] > 40)
      continue;
    Parts Out = Run(B, false);
    auto Succ = P.successors(Blocks[B]);
    bool Two = Blocks[B].Condition && Succ.size() == 2;
    Split Cond = Two ? split(F, Blocks[B].Condition) : Split();
    auto Test = Two ? testOf(P, Blocks[B].Condition, Variable) : std::nullopt;
    for (unsigned I = 0; I < Succ.size(); ++I) {
      if (Succ[I] == UINT32_MAX)
        continue;
      bool Grew = false;
      for (const Part &Each : Out) {
        std::optional<Part> To = Each;
        if (Test)
          To = branch(Each, Test->first, (I == 0) == Test->second);
        if (!To)
          continue;
        if (Two)
          To->State.Allowed &= I == 0 ? Cond.True : Cond.False;
        Grew |= addPart(In[Succ[I]], *To);
      }
      bound(In[Succ[I]]);
      if (Grew)
        Work.push_back(Succ[I]);
    }
  }
  summarise(F, In, [&](uint32_t B) {
    SiteState Out{0, LockOp::AsAtEntry, 0};
    for (const Part &Each : Run(B, true))
      joinState(Out, Each.State);
    return Out;
  }, Sum);
}

/// Second pass over the fixpoint: notes the states and what leaves the function.
template <class States, class RunBlock>
void Guards::summarise(FunctionId F, const States &In, RunBlock Run, Summary &Sum) {
  auto Blocks = P.blocks(P[F]);
  Sum = Summary();
  Sum.Returns = {0, 0};
  Sum.AfterReturn = 0;
  bool Any = false;
  LockOp Exit = LockOp::AsAtEntry;
  for (uint32_t B = 0; B < Blocks.size(); ++B) {
    SiteState Out = Run(B);
    if (In[B].empty()) // nothing comes here
      for (const Event &E : P.events(Blocks[B]))
        if (E.Kind == EventKind::Call)
          this->States[E.A] = SiteState{0, LockOp::AsAtEntry, 0};
    bool Leaves = llvm::all_of(P.successors(Blocks[B]), [](uint32_t S) { return S == UINT32_MAX; });
    bool Returned = false;
    for (const Event &E : P.events(Blocks[B]))
      Returned |= E.Kind == EventKind::Return;
    if ((!Leaves && !Returned) || !Out.Allowed)
      continue;
    Sum.AfterReturn |= Out.Allowed;
    if (!Any)
      Exit = Out.Lock;
    else if (Exit != Out.Lock)
      Exit = Exit == LockOp::Held || Out.Lock == LockOp::Held ? LockOp::Held : LockOp::AsAtEntry;
    Any = true;
  }
  Sum.Lock = Exit;
  if (!Any)
    Sum = Summary();
  if (T.returns(F).empty())
    Sum.Returns = Split();
  if (Sum.trivial())
    Summaries.erase(F.Index);
  else
    Summaries[F.Index] = Sum;
}

bool Guards::step(const Event &E, FunctionId F, SiteState &State, Summary &Sum, bool Record) {
  if (E.Kind == EventKind::Return) {
    if (E.A != UINT32_MAX && State.Allowed) {
      Split S = split(F, ValueId(E.A));
      Sum.Returns.True |= S.True & State.Allowed;
      Sum.Returns.False |= S.False & State.Allowed;
    }
    return true;
  }
  if (E.Kind != EventKind::Call)
    return true;
  const Site &S = P.Sites[E.A];
  if (Record) {
    // Several parts of the state can come here: what passes is what any of them lets pass.
    auto [It, New] = States.try_emplace(E.A, State);
    if (!New)
      joinState(It->second, State);
  }
  const Contract &C = T.contract(S);
  if (!C.Lock.empty())
    State.take();
  if (!C.Unlock.empty())
    State.release();
  if (C.AssertsMain)
    State.Allowed &= MainMask;
  if (C.NoReturn)
    State.Allowed = 0;
  if (C.What == Role::Assert)
    State.Allowed &= split(F, P.arg(S, 0)).True;
  if (S.Callee && !S.is(SiteFlag::Virtual)) {
    auto It = Summaries.find(S.Callee.Index);
    if (It != Summaries.end()) {
      State.Allowed &= It->second.AfterReturn;
      if (It->second.Lock == LockOp::Held)
        State.take();
      else if (It->second.Lock == LockOp::Released)
        State.release();
    }
  }
  return true;
}

} // namespace offmain
