// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "checks/Descriptors.h"
#include "checks/Common.h"
#include "llvm/ADT/STLExtras.h"

using namespace llvm;

namespace offmain {

namespace {
constexpr unsigned MaxDepth = 3;   ///< helpers between the call and the function that knows
constexpr size_t MaxCallers = 16;
} // namespace

Descriptors::Descriptors(const Program &P, const Solution &S) : P(P), S(S), T(*S.impl().T) {
  auto Watches = [&](const Site &At) {
    const Contract &C = T.contract(At);
    return C.Descriptor != NoArg && C.Blocking == Blocks::Unset && (!C.Callbacks.empty() || At.is(SiteFlag::Constructor));
  };
  auto Lasting = [&](ValueId V) {
    ValueKind K = P[V].Kind;
    return K == ValueKind::Field || K == ValueKind::Global || K == ValueKind::Index;
  };
  for (const Site &At : P.Sites) {
    if (!Watches(At))
      continue;
    Names All = namesOf(P.arg(At, T.contract(At).Descriptor));
    for (ValueId Name : All)
      if (Lasting(Name))
        Watched.insert(T.cellOf(Name));
    // Device(int fd) : Fd(fd), Notifier(fd, QSocketNotifier::Read)
    for (const Block &B : P.blocks(P[At.Caller]))
      for (const Event &E : P.events(B))
        if (E.Kind == EventKind::Store && E.B != UINT32_MAX && Lasting(ValueId(E.A)) && same(namesOf(ValueId(E.B)), All))
          Watched.insert(T.cellOf(ValueId(E.A)));
  }
  Watched.erase(0);
  for (const EntryPoint &E : S.entries())
    if (E.Site && Watches(P[E.Site]))
      Watchers.insert(E.Function.Index);
}

/// The value, and what the locals it goes through were set to, once each.
Descriptors::Names Descriptors::namesOf(ValueId V) const {
  Names All;
  V = V ? T.strip(V) : V;
  for (unsigned N = 0; V && N < 4; ++N) {
    All.push_back(V);
    auto Stores = P[V].Kind == ValueKind::Local ? T.stores(cellOfLocal(P[V].A)) : ArrayRef<FramedValue>();
    V = Stores.size() == 1 ? T.strip(Stores[0].Value) : ValueId();
  }
  return All;
}

bool Descriptors::same(ArrayRef<ValueId> A, ArrayRef<ValueId> B) const {
  return any_of(A, [&](ValueId X) {
    return any_of(B, [&](ValueId Y) {
      if (P[X].Kind == ValueKind::Param)
        return P[Y].Kind == ValueKind::Param && P[X].A == P[Y].A;
      return P[X].Kind == P[Y].Kind && T.cellOf(X) && T.cellOf(X) == T.cellOf(Y);
    });
  });
}

/// What a call makes of the descriptor that goes by one of these names: non-blocking, blocking; nothing.
std::optional<bool> Descriptors::setsMode(SiteId Id, ArrayRef<ValueId> Of, unsigned Depth) const {
  const Site &At = P[Id];
  const Contract &C = T.contract(At);
  if (C.What == Role::SetsNonBlocking) {
    auto Command = C.UnlessArg == NoArg ? std::nullopt : constantOf(P, P.arg(At, C.UnlessArg));
    if ((Command && C.excused(*Command)) || !same(namesOf(P.arg(At, C.Descriptor)), Of))
      return std::nullopt;
    return constantOf(P, P.arg(At, C.TypeArg)) != 0u;
  }
  if (!At.Callee || !P[At.Callee].hasBody() || Depth >= MaxDepth)
    return std::nullopt;
  for (unsigned N = 0; N < At.ArgsCount; ++N) {
    ValueId Given = P.arg(At, N);
    if (!Given || !same(namesOf(Given), Of))
      continue;
    for (SiteId Inner : T.sitesOf(At.Callee)) {
      // Only what is said of the parameter itself.
      auto Mine = [&](ValueId V) { return P[V].Kind == ValueKind::Param && P[V].A == N; };
      Names Parameter;
      for (ValueId A : namesOf(P.arg(P[Inner], 0)))
        if (Mine(A))
          Parameter.push_back(A);
      auto Mode = Parameter.empty() ? std::nullopt : setsMode(Inner, Parameter, Depth + 1);
      if (!Mode)
        continue;
      // set_nonblocking(fd, FALSE)
      bool Off = false;
      for (unsigned O = 0; O < At.ArgsCount; ++O)
        Off |= O != N && constantOf(P, P.arg(At, O)) == 0u;
      return *Mode && !Off;
    }
  }
  return std::nullopt;
}

/// Holds for the call where it holds for each call of its function, with what that passes.
bool Descriptors::byCallers(SiteId Id, ValueId V, unsigned Depth, Question Ask) const {
  FunctionId F = P[Id].Caller;
  auto Callers = T.directCallers(F);
  if (Depth >= MaxDepth || Callers.empty() || Callers.size() > MaxCallers)
    return false;
  Names All = namesOf(V);
  bool Param = !All.empty() && P[All.back()].Kind == ValueKind::Param, Any = false;
  for (SiteId Call : Callers) {
    if (!(S.contextsAt(Call) & (maskOf(Ctx::Handler) | maskOf(Ctx::HandlerLocked))))
      continue;
    if (!(this->*Ask)(Call, Param ? P.arg(P[Call], P[All.back()].A) : ValueId(), Depth + 1))
      return false;
    Any = true;
  }
  return Any;
}

bool Descriptors::nonBlocking(SiteId Id, ValueId V, unsigned Depth) const {
  Names All = namesOf(V);
  if (All.empty())
    return false;
  std::optional<bool> Mode;
  const Value &Origin = P[All.back()];
  if (Origin.Kind == ValueKind::CallResult) {
    const Contract &C = T.contract(P.Sites[Origin.A]);
    auto Flags = C.What == Role::OpensSocket ? constantOf(P, P.arg(P.Sites[Origin.A], C.UnlessArg)) : std::nullopt;
    if (Flags && (*Flags & C.UnlessHas))
      Mode = true;
  }
  for (SiteId Before : T.sitesOf(P[Id].Caller)) // the last one decides
    if (P[Before].At < P[Id].At)
      if (auto Sets = setsMode(Before, All, 0))
        Mode = Sets;
  if (Mode)
    return *Mode;
  if (Origin.Kind == ValueKind::Field || Origin.Kind == ValueKind::Global)
    return any_of(T.sitesWith(Role::SetsNonBlocking), [&](SiteId Sets) {
      return setsMode(Sets, All.back(), 0).value_or(false);
    });
  return Origin.Kind == ValueKind::Param && byCallers(Id, V, Depth, &Descriptors::nonBlocking);
}

/// The call is made again without going back to the main loop.
bool Descriptors::repeated(SiteId Id) const {
  auto Blocks = P.blocks(P[P[Id].Caller]);
  for (uint32_t B = 0; B < Blocks.size(); ++B)
    if (any_of(P.events(Blocks[B]), [&](const Event &E) { return E.Kind == EventKind::Call && E.A == Id.Index; }))
      return any_of(P.successors(Blocks[B]),
                    [&](uint32_t N) { return N < Blocks.size() && reachableBlocks(P, Blocks, N)[B]; });
  return true;
}

bool Descriptors::announced(SiteId Id, ValueId V, unsigned Depth) const {
  Names All = namesOf(V);
  if (All.empty() || repeated(Id))
    return false;
  const Value &Origin = P[All.back()];
  if (Origin.Kind == ValueKind::Param && !Origin.A && Watchers.contains(P[Id].Caller.Index))
    return true;
  if (any_of(All, [&](ValueId X) { return Watched.contains(T.cellOf(X)); }))
    return true;
  return Origin.Kind == ValueKind::Param && byCallers(Id, V, Depth, &Descriptors::announced);
}

bool Descriptors::asksItself(FunctionId F) const {
  return any_of(T.sitesOf(F), [&](SiteId At) { return T.contract(P[At]).What == Role::PollsDescriptors; });
}

bool Descriptors::asked(SiteId Id, ValueId V, unsigned Depth) const {
  for (SiteId Before : T.sitesOf(P[Id].Caller)) {
    const Site &At = P[Before];
    if (At.At < P[Id].At && (T.contract(At).What == Role::PollsDescriptors ||
                             (At.Callee && P[At.Callee].hasBody() && asksItself(At.Callee))))
      return true;
  }
  return byCallers(Id, V, Depth, &Descriptors::asked);
}

bool Descriptors::ready(SiteId Id) const {
  const Contract &C = T.contract(P[Id]);
  if (C.Descriptor == NoArg || C.Blocking == Blocks::Unset)
    return false;
  ValueId V = P.arg(P[Id], C.Descriptor);
  if (nonBlocking(Id, V, 0))
    return true;
  return C.What == Role::ReadsDescriptor && (announced(Id, V, 0) || asked(Id, V, 0));
}

} // namespace offmain
