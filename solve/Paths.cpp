// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "solve/Paths.h"
#include "llvm/ADT/STLExtras.h"

using namespace llvm;

namespace offmain {

namespace {
constexpr int MaxDepth = 8;
constexpr size_t MaxPaths = 12;

int8_t clampDepth(int D) { return static_cast<int8_t>(std::clamp(D, -MaxDepth, MaxDepth)); }

void joinSpan(LockSpan &To, bool ToAny, const LockSpan &From, bool FromAny) {
  if (!FromAny)
    return;
  To = ToAny ? LockSpan{std::min(To.Least, From.Least), std::max(To.Most, From.Most)} : From;
}
} // namespace

bool SiteState::join(const SiteState &From) {
  SiteState Old = *this;
  joinSpan(OnMain, Allowed & MainMask, From.OnMain, From.Allowed & MainMask);
  joinSpan(Off, Allowed & OffMainMask, From.Off, From.Allowed & OffMainMask);
  Allowed |= From.Allowed;
  return !(*this == Old);
}

void SiteState::under(const SiteState &Outer) {
  Allowed &= Outer.Allowed;
  Child |= Outer.Child;
  auto Add = [](LockSpan &To, const LockSpan &By) {
    To = {clampDepth(To.Least + By.Least), clampDepth(To.Most + By.Most)};
  };
  Add(OnMain, Outer.OnMain);
  Add(Off, Outer.Off);
}

std::optional<Ctx> SiteState::through(Ctx C, LockView View) const {
  if (!(Allowed & maskOf(C)))
    return std::nullopt;
  if (Child)
    return Ctx::Forked;
  if (View == LockView::Usual && (maskOf(C) & MainMask))
    return C;
  int Before = maskOf(C) & LockedMask ? 1 : 0;
  bool Held = Before + span(C).Most >= 1;
  if (View == LockView::Exact && Held && Before + span(C).Least < 1)
    return std::nullopt;
  return withLock(C, Held);
}

std::optional<Fact> Fact::branch(uint32_t K, bool Equals) const {
  switch (Is) {
  case Top:
    return Fact{Equals ? Equal : Other, K};
  case Equal:
    return (Number == K) == Equals ? std::optional<Fact>(*this) : std::nullopt;
  case Other:
    if (Equals)
      return Number == K ? std::nullopt : std::optional<Fact>(Fact{Equal, K});
    return *this;
  }
  return *this;
}

void Path::take(int By, SiteId At, Role What) {
  if (!By)
    return;
  // `state = ensure(); ... save = give_up();`: a caller that held the lock does not hold it here either.
  if (What == Role::LockGiveUp && Depth > 0)
    GivenUp = Depth;
  else if (What == Role::LockTakeBack)
    GivenUp = 0;
  if (!Depth)
    Since = At;
  Depth = clampDepth(Depth + By);
  Balanced |= !Depth;
}

SiteState Path::state() const {
  LockSpan Span{GivenUp && Depth < GivenUp ? int8_t(-1) : Depth, Depth};
  if (Unsure)
    Span = {-MaxDepth, MaxDepth};
  return {Allowed, Span, Span, false};
}

bool addPath(Paths &To, const Path &From) {
  if (!From.Allowed)
    return false;
  for (Path &P : To)
    if (P.same(From)) {
      bool Grew = From.Allowed & ~P.Allowed;
      P.Allowed |= From.Allowed;
      if (From.Since && (!P.Since || From.Since < P.Since))
        P.Since = From.Since;
      return Grew;
    }
  To.push_back(From);
  return true;
}

bool boundPaths(Paths &Of) {
  if (Of.size() <= MaxPaths)
    return false;
  Paths All;
  for (Path P : Of) {
    P.Known = Facts();
    addPath(All, P);
  }
  Of = std::move(All);
  return true;
}

std::optional<uint32_t> constantOf(const Program &P, ValueId Of) {
  if (!Of)
    return std::nullopt;
  const Value &V = P[Of];
  switch (V.Kind) {
  case ValueKind::Enum:
    return V.B;
  case ValueKind::Int:
    return V.A;
  case ValueKind::Null:
    return 0;
  case ValueKind::Not: { // TRUE is spelled !0
    auto Inner = constantOf(P, ValueId(V.A));
    return Inner ? std::optional<uint32_t>(!*Inner) : std::nullopt;
  }
  default:
    return std::nullopt;
  }
}

std::optional<Tested> tested(const Program &P, ValueId Condition) {
  if (!Condition)
    return std::nullopt;
  const Value &C = P[Condition];
  switch (C.Kind) {
  case ValueKind::Not: {
    auto Inner = tested(P, ValueId(C.A));
    if (Inner)
      Inner->Equal = !Inner->Equal;
    return Inner;
  }
  case ValueKind::Eq:
  case ValueKind::Ne:
    if (C.A != UINT32_MAX && C.B != UINT32_MAX)
      if (auto K = constantOf(P, ValueId(C.B)))
        return Tested{ValueId(C.A), *K, C.Kind == ValueKind::Eq};
    return std::nullopt;
  case ValueKind::Local:
  case ValueKind::Param:
  case ValueKind::Field:
  case ValueKind::Global:
  case ValueKind::CallResult:
    return Tested{Condition, 0, false};
  default:
    return std::nullopt;
  }
}

namespace {

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

/// Who wins a slot: what decides over the lock, then what is set to constants, then what is tested more than once.
struct Candidate {
  ValueId Value;
  unsigned Tests = 0;
  bool Locks = false, Set = false;
};

} // namespace

bool Tracked::sameValue(ValueId A, ValueId B) const {
  if (A == B)
    return true;
  const Value &X = P[A], &Y = P[B];
  if (X.Kind != ValueKind::CallResult || Y.Kind != ValueKind::CallResult)
    return false;
  // The same question asked again: `if (needs_lock(self)) enter(); ... if (needs_lock(self)) leave();`
  const Site &S = P.Sites[X.A], &O = P.Sites[Y.A];
  return S.Callee && S.Callee == O.Callee && S.Receiver == O.Receiver && P.args(S) == P.args(O);
}

/// What is kept of a lock that was given up, to take it back: `if (saved) take_back(saved);`
bool Tracked::neverNull(ValueId V) const {
  return V && P[V].Kind == ValueKind::CallResult && T.contract(P.Sites[P[V].A]).What == Role::LockGiveUp;
}

Tracked::Tracked(const Tables &T, ArrayRef<Block> Blocks, const std::vector<bool> &LockBlocks) : T(T), P(T.P) {
  SmallVector<Candidate, 8> All;
  bool Locks = is_contained(LockBlocks, true);
  auto Find = [&](ValueId V) { return find_if(All, [&](const Candidate &C) { return sameValue(C.Value, V); }); };
  for (const Block &B : Blocks) {
    auto Test = tested(P, B.Condition);
    ValueKind K = Test ? P[Test->Value].Kind : ValueKind::Unknown;
    bool Variable = K == ValueKind::Local || K == ValueKind::Param;
    if (!Test || (!Variable && !Locks))
      continue;
    auto It = Find(Test->Value);
    if (It == All.end())
      It = All.insert(All.end(), {Test->Value});
    ++It->Tests;
    // What follows takes the lock, or the question itself may have taken it.
    It->Locks |= Locks && K == ValueKind::CallResult && LockBlocks[&B - Blocks.data()];
    for (uint32_t S : P.successors(B))
      It->Locks |= Locks && S != UINT32_MAX && LockBlocks[S];
  }
  if (All.empty())
    return;
  for (const Block &B : Blocks)
    for (const Event &E : P.events(B))
      if (E.Kind == EventKind::Store && E.B != UINT32_MAX)
        if (auto It = Find(ValueId(E.A)); It != All.end())
          It->Set |= constantOf(P, ValueId(E.B)).has_value() || neverNull(ValueId(E.B));
  erase_if(All, [&](const Candidate &C) {
    ValueKind K = P[C.Value].Kind;
    bool Variable = K == ValueKind::Local || K == ValueKind::Param;
    // Without the lock only what the function itself sets tells something.
    bool Worth = (Variable && C.Set) || (Locks && (C.Tests > 1 || (K == ValueKind::CallResult && C.Locks) ||
                                                   (K == ValueKind::Param && C.Locks)));
    return !Worth || (Variable && escapes(P, Blocks, C.Value));
  });
  stable_sort(All, [](const Candidate &A, const Candidate &B) {
    return std::tuple(!A.Locks, !A.Set) < std::tuple(!B.Locks, !B.Set);
  });
  for (const Candidate &C : All)
    if (Values.size() < MaxTracked) {
      Pairs[Values.size()] = C.Locks && C.Tests > 1 && !C.Set;
      Values.push_back(C.Value);
    }
}

bool Tracked::decided(const Facts &Known) const {
  for (unsigned I = 0; I < Values.size(); ++I)
    if (Pairs[I] && Known[I].Is != Fact::Top)
      return true;
  return false;
}

std::optional<unsigned> Tracked::slot(ValueId V) const {
  for (unsigned I = 0; I < Values.size(); ++I)
    if (sameValue(Values[I], V))
      return I;
  return std::nullopt;
}

std::optional<Tracked::Test> Tracked::testOf(ValueId Condition) const {
  if (Values.empty())
    return std::nullopt;
  auto Test = tested(P, Condition);
  auto Slot = Test ? slot(Test->Value) : std::nullopt;
  if (!Slot)
    return std::nullopt;
  return Tracked::Test{*Slot, Test->Number, Test->Equal};
}

Fact Tracked::factOf(ValueId V, const Facts &Known) const {
  if (auto K = constantOf(P, V))
    return {Fact::Equal, *K};
  if (neverNull(V))
    return {Fact::Other, 0};
  auto Slot = V ? slot(V) : std::nullopt;
  return Slot ? Known[*Slot] : Fact();
}

void Tracked::update(const Event &E, Facts &Known) const {
  for (unsigned I = 0; I < Values.size(); ++I) {
    const Value &V = P[Values[I]];
    if (E.Kind == EventKind::Call) {
      if (V.Kind == ValueKind::CallResult && V.A == E.A)
        Known[I] = Fact(); // once more, in a loop
    } else if (E.Kind == EventKind::Store) {
      const Value &To = P.Values[E.A];
      bool Field = V.Kind == ValueKind::Field && To.Kind == ValueKind::Field && To.B == V.B;
      if (E.A == Values[I].Index)
        Known[I] = E.B == UINT32_MAX ? Fact() : factOf(ValueId(E.B), Known);
      else if (Field)
        Known[I] = Fact();
    }
  }
}

} // namespace offmain
