// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "solve/Forks.h"
#include "llvm/ADT/STLExtras.h"

using namespace llvm;

namespace offmain {

namespace {
constexpr int64_t SomePid = 4711; ///< what no program compares a pid with
constexpr unsigned MaxDepth = 12;
constexpr unsigned MaxWrappers = 4; ///< a fork behind more helpers than this is not followed
constexpr size_t MaxPaths = 8;
} // namespace

Forks::Forks(const Tables &T) : T(T), P(T.P) {
  std::vector<FunctionId> Work;
  for (SiteId S : T.sitesWith(Role::Fork))
    Work.push_back(P[S].Caller);
  for (unsigned Round = 0; Round < MaxWrappers && !Work.empty(); ++Round) {
    llvm::sort(Work);
    Work.erase(std::unique(Work.begin(), Work.end()), Work.end());
    std::vector<FunctionId> Next;
    for (FunctionId F : Work)
      if (analyze(F))
        for (SiteId S : T.directCallers(F))
          Next.push_back(P[S].Caller);
    Work = std::move(Next);
  }
}

void Forks::Result::add(std::optional<int64_t> N) {
  Mixed |= !N || (Set && Number != *N);
  Set = true;
  Number = N.value_or(0);
}

bool Forks::ends(const Site &S) const {
  return T.contract(S).NoReturn || (S.Callee && P[S.Callee].is(FunctionFlag::NoReturn));
}

/// Who goes on after the call S, if it forks; 0: it does not, or only the parent comes back.
uint8_t Forks::forks(const Site &S) const {
  if (!S.Callee)
    return 0;
  if (T.contract(S).What == Role::Fork)
    return Parent | Child | Failed;
  auto It = S.is(SiteFlag::Virtual) ? Summaries.end() : Summaries.find(S.Callee.Index);
  return It != Summaries.end() ? It->second.Sides & ~Nested : 0;
}

bool Forks::isOutcome(ValueId V, Cell Pid) const {
  V = T.strip(V);
  if (!V)
    return false;
  if (P[V].Kind == ValueKind::CallResult)
    return forks(P.Sites[P[V].A]);
  return Pid && T.cellOf(V) == Pid;
}

/// Which variable holds the result of fork() after E, when Pid held it before.
Cell Forks::holder(const Event &E, Cell Pid) const {
  if (E.Kind == EventKind::Store && E.B != UINT32_MAX) {
    Cell To = T.cellOf(ValueId(E.A));
    return isOutcome(ValueId(E.B), Pid) ? To : To == Pid ? 0 : Pid;
  }
  // What is not a local may be changed by what is called.
  if (Pid && E.Kind == EventKind::Call && Pid != cellOfLocal(static_cast<uint32_t>(Pid)))
    if (const Site &S = P.Sites[E.A]; S.Callee && P[S.Callee].hasBody())
      return 0;
  return Pid;
}

void Forks::step(const Event &E, Path &At) const {
  At.Pid = holder(E, At.Pid);
  if (E.Kind != EventKind::Call)
    return;
  const Site &S = P.Sites[E.A];
  if (uint8_t Sides = forks(S))
    At.Sides = (At.Sides & ~Nested) == Child ? At.Sides | Nested : Sides;
  if (ends(S))
    At.Sides = 0;
}

std::optional<int64_t> Forks::outcome(ValueId V, Cell Pid, Side Of, unsigned Depth) const {
  V = T.strip(V);
  if (!V || Depth > MaxDepth)
    return std::nullopt;
  const Value &X = P[V];
  auto Operand = [&](uint32_t Id) { return outcome(ValueId(Id), Pid, Of, Depth + 1); };
  auto Both = [&](auto Combine) -> std::optional<int64_t> {
    auto A = Operand(X.A), B = Operand(X.B);
    return A && B ? std::optional<int64_t>(Combine(*A, *B)) : std::nullopt;
  };
  int64_t Forked = Of == Child ? 0 : Of == Failed ? -1 : SomePid;
  if (Pid && T.cellOf(V) == Pid)
    return Forked;
  switch (X.Kind) {
  case ValueKind::Int:
    return static_cast<int64_t>(uint64_t(X.B) << 32 | X.A);
  case ValueKind::Enum:
    return static_cast<int32_t>(X.B);
  case ValueKind::Null:
    return 0;
  case ValueKind::Not:
    if (auto A = Operand(X.A))
      return !*A;
    return std::nullopt;
  case ValueKind::Eq:
    return Both([](int64_t A, int64_t B) { return A == B; });
  case ValueKind::Ne:
    return Both([](int64_t A, int64_t B) { return A != B; });
  case ValueKind::Less:
    return Both([](int64_t A, int64_t B) { return A < B; });
  case ValueKind::And:
  case ValueKind::Or: {
    bool Decides = X.Kind == ValueKind::Or; // one such operand decides
    auto A = Operand(X.A), B = Operand(X.B);
    if ((A && (*A != 0) == Decides) || (B && (*B != 0) == Decides))
      return Decides;
    return A && B ? std::optional<int64_t>(!Decides) : std::nullopt;
  }
  case ValueKind::CallResult: {
    const Site &S = P.Sites[X.A];
    if (!forks(S))
      return std::nullopt;
    if (T.contract(S).What == Role::Fork)
      return Forked;
    const Result &R = Summaries.find(S.Callee.Index)->second.Results[llvm::Log2_32(Of)];
    return R.Set && !R.Mixed ? std::optional(R.Number) : std::nullopt;
  }
  default:
    return std::nullopt;
  }
}

/// The sides of a path that go on where the condition holds (Taken) or does not.
uint8_t Forks::filter(const Path &At, ValueId Condition, bool Taken) const {
  if (At.Sides == Parent || At.Sides & Nested)
    return At.Sides;
  uint8_t Kept = 0;
  for (Side Of : AllSides)
    if (At.Sides & Of) {
      auto Holds = outcome(Condition, At.Pid, Of);
      if (!Holds || (*Holds != 0) == Taken)
        Kept |= Of;
    }
  return Kept;
}

/// True if a child can return from F, which its callers have to know.
bool Forks::analyze(FunctionId F) {
  auto Blocks = P.blocks(P[F]);
  std::vector<Paths> In(Blocks.size());
  In[0].push_back(Path());
  SmallVector<uint32_t, 16> Work{0};
  while (!Work.empty()) {
    uint32_t B = Work.pop_back_val();
    auto Succ = P.successors(Blocks[B]);
    bool Two = Blocks[B].Condition && Succ.size() == 2;
    for (Path At : Paths(In[B])) {
      for (const Event &E : P.events(Blocks[B]))
        if (At.Sides)
          step(E, At);
      for (unsigned I = 0; I < Succ.size(); ++I) {
        Path To = At;
        if (Two)
          To.Sides = filter(At, Blocks[B].Condition, I == 0);
        if (!To.Sides || Succ[I] == UINT32_MAX || is_contained(In[Succ[I]], To) || In[Succ[I]].size() >= MaxPaths)
          continue;
        In[Succ[I]].push_back(To);
        Work.push_back(Succ[I]);
      }
    }
  }
  Summary Sum;
  note(F, In, Sum);
  // "if (fork() > 0) exit(0);": where no parent goes on, the child is the program itself (a daemon), not a child.
  if (!(Sum.Sides & Parent)) {
    for (SiteId S : T.sitesOf(F))
      Children.erase(S.Index);
    return false;
  }
  if (!(Sum.Sides & Child))
    return false;
  return Summaries.insert({F.Index, Sum}).second;
}

/// Over the fixpoint: which calls are a child's, and what comes back from F.
void Forks::note(FunctionId F, ArrayRef<Paths> In, Summary &Sum) {
  auto Blocks = P.blocks(P[F]);
  for (uint32_t B = 0; B < Blocks.size(); ++B) {
    bool Leaves = all_of(P.successors(Blocks[B]), [](uint32_t S) { return S == UINT32_MAX; });
    DenseMap<uint32_t, uint8_t> Here; // site → sides
    for (Path At : In[B]) {
      for (const Event &E : P.events(Blocks[B])) {
        if (E.Kind == EventKind::Call)
          Here[E.A] |= At.Sides & ~Nested;
        if (E.Kind == EventKind::Return && E.A != UINT32_MAX)
          for (Side Of : AllSides)
            if (At.Sides & Of)
              Sum.Results[Log2_32(Of)].add(outcome(ValueId(E.A), At.Pid, Of));
        if (At.Sides)
          step(E, At);
      }
      if (Leaves)
        Sum.Sides |= At.Sides;
    }
    for (auto &[Site, Sides] : Here)
      if (Sides == Child)
        Children.insert(Site);
  }
}

SiteId Forks::forkOf(SiteId S) const {
  SiteId Nearest;
  if (child(S))
    for (SiteId Before : T.sitesOf(P[S].Caller))
      if (P[Before].At <= P[S].At && forks(P[Before]) && (!Nearest || P[Nearest].At < P[Before].At))
        Nearest = Before;
  return Nearest;
}

} // namespace offmain
