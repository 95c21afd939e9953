// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What a condition says of the thread it is evaluated on: thread identities (tokens) and comparisons of them.
#include "solve/Guards.h"
#include "llvm/ADT/STLExtras.h"

using namespace llvm;

namespace offmain {

namespace {
constexpr unsigned MaxDepth = 12;
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
  case ValueKind::Field:
    return splitStored(T.cellOf(V), false, Depth + 1);
  case ValueKind::Global:
    if (Switched.contains(X.A))
      return {static_cast<CtxMask>(~(maskOf(Ctx::Worker) | maskOf(Ctx::WorkerLocked))), AllMask};
    if (Set.contains(X.A))
      return {AllMask, StartupMask};
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
    // A field belongs to many objects: it says something only if every store of it is a test.
    Split Out{0, 0};
    for (const FramedValue &S : Stores) {
      Split One = split(S.Frame, S.Value, Depth + 1);
      Out.True |= One.True;
      Out.False |= One.False;
    }
    // Constants alone say nothing: there are stores nobody sees (by address, by initialisers of numbers).
    return Out.True && Out.False ? Out : Split();
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
  case Role::TestsLock:
    return OfInterpreter ? Split{LockedMask, static_cast<CtxMask>(AllMask & ~LockedMask)} : Split();
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
  if (S.Callee && !S.is(SiteFlag::Virtual)) {
    const Summary *Known = summaryOf(S.Callee);
    return Known ? Known->Returns : Split();
  }
  if (!S.Callee && !S.Target)
    return {};
  auto Targets = S.Callee ? T.virtualTargets(S) : Fl.functions(F, S.Target);
  if (Targets.empty())
    return {};
  Split Out{0, 0};
  for (FunctionId Target : Targets) {
    const Summary *Known = summaryOf(Target);
    Split One = Known ? Known->Returns : Split();
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
