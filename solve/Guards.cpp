// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "solve/Guards.h"
#include "llvm/ADT/STLExtras.h"

using namespace llvm;

namespace offmain {

namespace {
constexpr unsigned MaxDepth = 12;
}

void SiteState::take() {
  Lock = LockOp::Held;
  Depth = std::min<uint8_t>(Depth + 1, 8);
}

void SiteState::release() {
  if (Depth)
    --Depth;
  if (!Depth)
    Lock = LockOp::Released;
}

std::optional<Ctx> SiteState::through(Ctx C) const {
  if (!(Allowed & maskOf(C)))
    return std::nullopt;
  if (Lock == LockOp::Held)
    return C == Ctx::Worker ? Ctx::WorkerLocked : C == Ctx::Library ? Ctx::LibraryLocked : C;
  if (Lock == LockOp::Released)
    return C == Ctx::WorkerLocked ? Ctx::Worker : C == Ctx::LibraryLocked ? Ctx::Library : C;
  return C;
}

Guards::Guards(const Tables &T, const Flow &Fl, const Homes &H, const KnownContexts &Known)
    : T(T), Fl(Fl), H(H), Known(Known), P(T.P) {
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

static std::vector<bool> reachable(const Program &P, ArrayRef<Block> Blocks, uint32_t From) {
  std::vector<bool> Seen(Blocks.size());
  SmallVector<uint32_t, 8> Work{From};
  while (!Work.empty()) {
    uint32_t B = Work.pop_back_val();
    if (B == UINT32_MAX || Seen[B])
      continue;
    Seen[B] = true;
    for (uint32_t S : P.successors(Blocks[B]))
      Work.push_back(S);
  }
  return Seen;
}

/// "if (mode) post(f) else f()": one arm posts to main what the other does at once. Whatever the condition is, its
/// author knows which arm is for which thread, so the direct call is taken to be main's.
void Guards::postOrDo(FunctionId F) {
  std::vector<std::pair<uint32_t, std::vector<FunctionId>>> Posts; // block, what it posts
  auto Blocks = P.blocks(P[F]);
  for (uint32_t B = 0; B < Blocks.size(); ++B)
    for (const Event &E : P.events(Blocks[B])) {
      if (E.Kind != EventKind::Call)
        continue;
      const Site &S = P.Sites[E.A];
      for (const CallbackContract &C : T.contract(S).Callbacks)
        if (C.Runs == Thread::Main || C.Runs == Thread::Context)
          if (ValueId V = P.arg(S, C.Arg)) {
            auto Functions = Fl.functions(F, V);
            Posts.push_back({B, std::vector<FunctionId>(Functions.begin(), Functions.end())});
          }
    }
  if (Posts.empty())
    return;
  /// A call that names the same thing: the posted function, what it calls, or the same signal.
  auto Same = [&](const Site &X, FunctionId Posted) {
    if (X.Callee == Posted)
      return true;
    for (SiteId S : T.sitesOf(Posted)) {
      if (P[S].Callee != X.Callee || !X.Callee)
        continue;
      if (P[X.Callee].hasBody())
        return true;
      for (unsigned I = 0; I < X.ArgsCount; ++I)
        if (ValueId A = P.arg(X, I); A && A == P.arg(P[S], I) &&
                                     (P[A].Kind == ValueKind::Index || P[A].Kind == ValueKind::String || P[A].Kind == ValueKind::Global))
          return true;
    }
    return false;
  };
  for (const Block &B : Blocks) {
    auto Succ = P.successors(B);
    if (!B.Condition || Succ.size() != 2 || Succ[0] == UINT32_MAX || Succ[1] == UINT32_MAX)
      continue;
    auto Yes = reachable(P, Blocks, Succ[0]), No = reachable(P, Blocks, Succ[1]);
    for (auto &[At, Functions] : Posts) {
      if (Yes[At] == No[At])
        continue;
      for (uint32_t O = 0; O < Blocks.size(); ++O)
        if (Yes[O] != No[O] && Yes[O] != Yes[At])
          for (const Event &E : P.events(Blocks[O]))
            if (E.Kind == EventKind::Call)
              for (FunctionId Posted : Functions)
                if (Same(P.Sites[E.A], Posted)) {
                  SiteState State = at(SiteId(E.A));
                  State.Allowed &= MainMask;
                  States[E.A] = State;
                }
    }
  }
}

bool Guards::ParameterTest::allows(const Program &P, ValueId Given) const {
  if (!Given)
    return true;
  const Value &G = P[Given], &C = P[Constant];
  auto Number = [](const Value &V) -> std::optional<uint32_t> {
    if (V.Kind == ValueKind::Enum)
      return V.B;
    if (V.Kind == ValueKind::Int)
      return V.A;
    if (V.Kind == ValueKind::Null)
      return 0;
    return std::nullopt;
  };
  auto A = Number(G), B = Number(C);
  return !A || !B || (*A == *B) == Equal;
}

std::optional<Guards::ParameterTest> Guards::parameterTest(FunctionId F, SiteId S) const {
  if (!S || P[S].Caller != F)
    return std::nullopt;
  auto Blocks = P.blocks(P[F]);
  for (const Block &B : Blocks) {
    auto Succ = P.successors(B);
    if (!B.Condition || Succ.size() != 2)
      continue;
    const Value &C = P[B.Condition];
    ParameterTest Test;
    if ((C.Kind == ValueKind::Eq || C.Kind == ValueKind::Ne) && P.Values[C.A].Kind == ValueKind::Param &&
        (P.Values[C.B].Kind == ValueKind::Enum || P.Values[C.B].Kind == ValueKind::Int))
      Test = {P.Values[C.A].A, ValueId(C.B), C.Kind == ValueKind::Eq};
    else
      continue;
    auto Yes = Succ[0] == UINT32_MAX ? std::vector<bool>(Blocks.size()) : reachable(P, Blocks, Succ[0]);
    auto No = Succ[1] == UINT32_MAX ? std::vector<bool>(Blocks.size()) : reachable(P, Blocks, Succ[1]);
    for (uint32_t At = 0; At < Blocks.size(); ++At) {
      if (Yes[At] == No[At])
        continue;
      for (const Event &E : P.events(Blocks[At]))
        if (E.Kind == EventKind::Call && E.A == S.Index) {
          if (No[At])
            Test.Equal = !Test.Equal;
          return Test;
        }
    }
  }
  return std::nullopt;
}

SiteState Guards::at(SiteId S) const {
  auto It = States.find(S.Index);
  return It == States.end() ? SiteState() : It->second;
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
      if (X.Kind == ValueKind::CallResult)
        return !P.Sites[X.A].Callee;
      if (X.Kind != ValueKind::Not && X.Kind != ValueKind::Eq && X.Kind != ValueKind::Ne)
        break;
      V = ValueId(X.A);
    }
  }
  return false;
}

void Guards::analyze(FunctionId F) {
  auto Blocks = P.blocks(P[F]);
  std::vector<SiteState> In(Blocks.size(), SiteState{0, LockOp::AsAtEntry, 0});
  In[0] = SiteState();
  auto Join = [](SiteState &To, const SiteState &From) {
    SiteState Old = To;
    if (!To.Allowed)
      To.Lock = From.Lock;
    else if (To.Lock != From.Lock && From.Allowed)
      To.Lock = To.Lock == LockOp::Held || From.Lock == LockOp::Held ? LockOp::Held : LockOp::Released;
    To.Depth = std::max(To.Depth, From.Depth);
    To.Allowed |= From.Allowed;
    return !(To == Old);
  };
  Summary Sum;
  auto Run = [&](uint32_t B, bool Record) {
    SiteState State = In[B];
    for (const Event &E : P.events(Blocks[B]))
      step(E, F, State, Sum, Record);
    return State;
  };
  SmallVector<uint32_t, 16> Work{0};
  std::vector<unsigned> Visits(Blocks.size(), 0);
  while (!Work.empty()) {
    uint32_t B = Work.pop_back_val();
    if (++Visits[B] > 40)
      continue;
    SiteState Out = Run(B, false);
    auto Succ = P.successors(Blocks[B]);
    Split Cond;
    if (Blocks[B].Condition && Succ.size() == 2)
      Cond = split(F, Blocks[B].Condition);
    for (unsigned I = 0; I < Succ.size(); ++I) {
      if (Succ[I] == UINT32_MAX)
        continue;
      SiteState To = Out;
      if (Blocks[B].Condition && Succ.size() == 2)
        To.Allowed &= I == 0 ? Cond.True : Cond.False;
      if (To.Allowed && Join(In[Succ[I]], To))
        Work.push_back(Succ[I]);
    }
  }
  // Second pass over the fixpoint: note the states and what leaves the function.
  Sum = Summary();
  Sum.Returns = {0, 0};
  Sum.AfterReturn = 0;
  bool Any = false;
  LockOp Exit = LockOp::AsAtEntry;
  for (uint32_t B = 0; B < Blocks.size(); ++B) {
    SiteState Out = Run(B, true);
    bool Leaves = llvm::all_of(P.successors(Blocks[B]), [](uint32_t S) { return S == UINT32_MAX; });
    bool Returned = false;
    for (const Event &E : P.events(Blocks[B]))
      Returned |= E.Kind == EventKind::Return;
    if (!Leaves && !Returned)
      continue;
    if (!Out.Allowed)
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
    if (State == SiteState())
      States.erase(E.A);
    else
      States[E.A] = State;
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

Guards::Split Guards::split(FunctionId F, ValueId V, unsigned Depth) const {
  if (!V || Depth > MaxDepth)
    return {};
  const Value &X = P[V];
  switch (X.Kind) {
  case ValueKind::Not: {
    Split S = split(F, ValueId(X.A), Depth + 1);
    return {S.False, S.True};
  }
  case ValueKind::And: {
    Split A = split(F, ValueId(X.A), Depth + 1), B = split(F, ValueId(X.B), Depth + 1);
    return {static_cast<CtxMask>(A.True & B.True), static_cast<CtxMask>(A.False | B.False)};
  }
  case ValueKind::Or: {
    Split A = split(F, ValueId(X.A), Depth + 1), B = split(F, ValueId(X.B), Depth + 1);
    return {static_cast<CtxMask>(A.True | B.True), static_cast<CtxMask>(A.False & B.False)};
  }
  case ValueKind::Eq:
    return splitEquality(F, ValueId(X.A), ValueId(X.B), Depth + 1);
  case ValueKind::Ne: {
    Split S = splitEquality(F, ValueId(X.A), ValueId(X.B), Depth + 1);
    return {S.False, S.True};
  }
  case ValueKind::Int:
    return X.A || X.B ? Split{AllMask, 0} : Split{0, AllMask};
  case ValueKind::Null:
    return {0, AllMask};
  case ValueKind::Local:
    return splitStored(cellOfLocal(X.A), false, Depth + 1);
  case ValueKind::Global:
    return P.Variables[X.A].is(VariableFlag::ThreadLocal) ? splitStored(cellOfVariable(X.A), true, Depth + 1) : Split();
  case ValueKind::Captured: {
    const Function &L = P[F];
    if (X.A < L.CapturesCount && L.Parent && !P.Captures[L.CapturesBegin + X.A].ByReference)
      return {}; // tested on another thread than the one it is used on
    return {};
  }
  case ValueKind::CallResult:
    return splitCall(F, P.Sites[X.A], Depth + 1);
  default:
    return {};
  }
}

Guards::Split Guards::splitStored(Cell C, bool ThreadLocal, unsigned Depth) const {
  auto Stores = T.stores(C);
  if (Stores.empty() || Stores.size() > 16)
    return {};
  if (!ThreadLocal) {
    Split Out{0, 0};
    for (const FramedValue &S : Stores) {
      Split One = split(S.Frame, S.Value, Depth + 1);
      Out.True |= One.True;
      Out.False |= One.False;
    }
    return Out;
  }
  // A per-thread flag: true where it was set. Set only on main: a main test.
  WantsContexts = true;
  bool AllMain = true, AllOff = true, Any = false;
  for (const FramedValue &S : Stores) {
    const Value &X = P[T.strip(S.Value)];
    if (X.Kind == ValueKind::Null || (X.Kind == ValueKind::Int && !X.A && !X.B))
      continue;
    CtxMask M = S.Frame.Index < Known.size() ? Known[S.Frame.Index] : 0;
    if (P[S.Frame].is(FunctionFlag::Initializer))
      continue;
    Any = true;
    AllMain &= M && !(M & OffMainMask);
    AllOff &= M && !(M & MainMask);
  }
  if (Any && AllMain)
    return {MainMask, OffMainMask};
  if (Any && AllOff)
    return {OffMainMask, MainMask};
  return {};
}

Guards::Split Guards::splitEquality(FunctionId F, ValueId A, ValueId B, unsigned Depth) const {
  auto Constant = [&](ValueId V) -> std::optional<bool> {
    if (!V)
      return std::nullopt;
    const Value &X = P[V];
    if (X.Kind == ValueKind::Null)
      return false;
    if (X.Kind == ValueKind::Int)
      return X.A || X.B;
    return std::nullopt;
  };
  if (auto K = Constant(B)) {
    Split S = split(F, A, Depth + 1);
    return *K ? S : Split{S.False, S.True};
  }
  if (auto K = Constant(A)) {
    Split S = split(F, B, Depth + 1);
    return *K ? S : Split{S.False, S.True};
  }
  Token TA = token(F, A, Depth + 1), TB = token(F, B, Depth + 1);
  if (TB == Token::Current)
    std::swap(TA, TB);
  if (TA != Token::Current)
    return {};
  switch (TB) {
  case Token::Main:
  case Token::OwnerMain:
    return {MainMask, OffMainMask};
  case Token::OffMain:
  case Token::OwnerWorker:
    return {OffMainMask, AllMask};
  case Token::None:
  case Token::Current:
    return {};
  }
  return {};
}

Guards::Split Guards::splitCall(FunctionId F, const Site &S, unsigned Depth) const {
  const Contract &C = T.contract(S);
  switch (C.What) {
  case Role::TestsMain:
    return {MainMask, OffMainMask};
  case Role::TestsNotMain:
    return {OffMainMask, MainMask};
  case Role::SameThread:
    return splitEquality(F, P.arg(S, 0), P.arg(S, 1), Depth);
  case Role::ThreadLocalGet: {
    Cell Key = T.cellOf(P.arg(S, 0));
    WantsContexts = true;
    bool Any = false, AllMain = true;
    for (SiteId Set : T.sitesWith(Role::ThreadLocalSet)) {
      if (!Key || T.cellOf(P.arg(P[Set], 0)) != Key)
        continue;
      CtxMask M = P[Set].Caller.Index < Known.size() ? Known[P[Set].Caller.Index] : 0;
      Any = true;
      AllMain &= M && !(M & OffMainMask);
    }
    return Any && AllMain ? Split{MainMask, OffMainMask} : Split();
  }
  default:
    break;
  }
  if (C.ReturnsArg != NoArg)
    return split(F, C.ReturnsArg == ReceiverArg ? S.Receiver : P.arg(S, C.ReturnsArg), Depth);
  // operator==(a, b) of thread ids, as a free or a member function.
  if (S.Callee && S.is(SiteFlag::Operator)) {
    StringRef Name = T.shortName(S.Callee);
    if (Name == "operator==" || Name == "operator!=") {
      ValueId A = S.Receiver ? S.Receiver : P.arg(S, 0), B = S.Receiver ? P.arg(S, 0) : P.arg(S, 1);
      Split Eq = splitEquality(F, A, B, Depth);
      return Name == "operator==" ? Eq : Split{Eq.False, Eq.True};
    }
  }
  if (S.Callee) {
    auto It = Summaries.find(S.Callee.Index);
    return It == Summaries.end() ? Split() : It->second.Returns;
  }
  if (!S.Target)
    return {};
  auto Targets = Fl.functions(F, S.Target);
  if (Targets.empty())
    return {};
  Split Out{0, 0};
  for (FunctionId Target : Targets) {
    auto It = Summaries.find(Target.Index);
    Split One = It == Summaries.end() ? Split() : It->second.Returns;
    Out.True |= One.True;
    Out.False |= One.False;
  }
  return Out;
}

Guards::Token Guards::token(FunctionId F, ValueId V, unsigned Depth) const {
  V = T.strip(V);
  if (!V || Depth > MaxDepth)
    return Token::None;
  const Value &X = P[V];
  if (X.Kind == ValueKind::CallResult) {
    const Site &S = P.Sites[X.A];
    const Contract &C = T.contract(S);
    if (C.What == Role::CurrentThread)
      return Token::Current;
    if (C.What == Role::MainThread)
      return Token::Main;
    if (C.What == Role::OwnerThread) {
      ValueId Object = T.strip(S.Receiver);
      if (Object && P[Object].Kind == ValueKind::CallResult &&
          T.contract(P.Sites[P[Object].A]).What == Role::Application)
        return Token::Main;
      Home Lives = H.ofValue(F, S.Receiver);
      return Lives.Kind == HomeKind::Worker ? Token::OwnerWorker : Token::OwnerMain;
    }
    // A copy of an id, or a project's own getter of one.
    if (S.is(SiteFlag::Constructor) && S.ArgsCount == 1)
      return token(F, P.arg(S, 0), Depth + 1);
    if (S.Callee && P[S.Callee].hasBody()) {
      auto R = T.returns(S.Callee);
      return R.size() == 1 ? token(S.Callee, R[0], Depth + 1) : Token::None;
    }
    // What a smart pointer points to: thread.get(), thread.data().
    return S.Receiver && S.ArgsCount == 0 ? token(F, S.Receiver, Depth + 1) : Token::None;
  }
  if (X.Kind == ValueKind::Captured) {
    const Function &L = P[F];
    if (X.A < L.CapturesCount && L.Parent)
      return token(L.Parent, P.Captures[L.CapturesBegin + X.A].InEnclosing, Depth + 1) == Token::Current
                 ? Token::Main
                 : Token::None;
    return Token::None;
  }
  if (X.Kind == ValueKind::Local) {
    auto S = T.stores(cellOfLocal(X.A));
    return S.size() == 1 ? token(S[0].Frame, S[0].Value, Depth + 1) : Token::None;
  }
  if (Cell C = T.cellOf(V))
    return tokenStored(C, Depth + 1);
  return Token::None;
}

/// A thread kept in a field or global: the thread that stored "me", or a handle of a thread it made.
Guards::Token Guards::tokenStored(Cell C, unsigned Depth) const {
  Token Out = Token::None;
  for (const FramedValue &S : T.stores(C)) {
    const Value &X = P[T.strip(S.Value)];
    if (X.Kind == ValueKind::Null || X.Kind == ValueKind::Int)
      continue;
    Token One = token(S.Frame, S.Value, Depth + 1);
    if (One == Token::Current) {
      WantsContexts = true;
      CtxMask M = S.Frame.Index < Known.size() ? Known[S.Frame.Index] : 0;
      One = M && !(M & MainMask) ? Token::OffMain : Token::Main;
    } else if (One == Token::None &&
               (X.Kind == ValueKind::New || X.Kind == ValueKind::CallResult))
      One = Token::OffMain; // the handle of a thread started here
    if (One == Token::None || (Out != Token::None && One != Out))
      return Token::None;
    Out = One;
  }
  // pthread_create(&handle, ...) and the like fill the handle by address.
  return Out;
}

} // namespace offmain
