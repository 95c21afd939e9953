// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "solve/Flow.h"
#include "llvm/ADT/DenseSet.h"
#include "llvm/ADT/STLExtras.h"

using namespace llvm;

namespace offmain {

namespace {
/// A value fed from more places than this says nothing useful: the walk stops there.
constexpr size_t MaxVisited = 20000;
constexpr size_t MaxCallers = 2000;
} // namespace

/// One backward walk. Iterative: user programs nest deeper than a stack.
struct Flow::Walk {
  const Flow &F;
  const Tables &T;
  const Program &P;
  SmallVector<FramedValue, 16> Todo;
  DenseSet<uint64_t> Seen;
  DenseSet<Cell> SeenCells;
  SmallVector<FunctionId, 4> Functions;
  SmallVector<FramedValue, 4> Sources;

  enum Purpose { Callables, Anything } For;
  /// Walks within walks: a call through a value asks what the value is. State machines feed themselves, so it ends.
  unsigned Depth;

  Walk(const Flow &F, Purpose For, unsigned Depth = 0) : F(F), T(F.T), P(F.T.P), For(For), Depth(Depth) {}

  void push(FunctionId Frame, ValueId V) {
    if (!V || Seen.size() > MaxVisited)
      return;
    if (Seen.insert((uint64_t(Frame.Index) << 32) | V.Index).second)
      Todo.push_back({Frame, V});
  }

  void pushCell(Cell C) {
    if (!C || !SeenCells.insert(C).second)
      return;
    for (const FramedValue &S : T.stores(C))
      push(S.Frame, S.Value);
    for (const FramedValue &S : T.kept(C))
      push(S.Frame, S.Value);
  }

  void run(FunctionId Frame, ValueId V) {
    push(Frame, V);
    while (!Todo.empty()) {
      FramedValue At = Todo.pop_back_val();
      visit(At.Frame, At.Value);
    }
  }

  void visit(FunctionId Frame, ValueId Id) {
    // `handlers.size()` is none of what the container holds.
    if (For == Callables && T.isNumber(Frame, Id))
      return;
    const Value &V = P[Id];
    switch (V.Kind) {
    case ValueKind::Function:
    case ValueKind::Lambda:
    case ValueKind::Member:
      if (V.A != UINT32_MAX)
        Functions.push_back(FunctionId(V.A));
      return;
    case ValueKind::Param:
      return param(Frame, V.A);
    case ValueKind::Captured: {
      const Function &L = P[Frame];
      if (V.A < L.CapturesCount && L.Parent)
        push(L.Parent, P.Captures[L.CapturesBegin + V.A].InEnclosing);
      return;
    }
    case ValueKind::Local:
    case ValueKind::Global:
    case ValueKind::Field:
      Sources.push_back({Frame, Id});
      return pushCell(T.cellOf(Id));
    case ValueKind::Index:
    case ValueKind::AddressOf:
      return push(Frame, ValueId(V.A));
    case ValueKind::Select:
      push(Frame, ValueId(V.A));
      push(Frame, ValueId(V.B));
      return;
    case ValueKind::List:
      for (uint32_t E : P.list(V.A, V.B))
        push(Frame, ValueId(E));
      return;
    case ValueKind::New:
      Sources.push_back({Frame, Id});
      functor(V.Record);
      if (V.A != UINT32_MAX)
        outsideArguments(Frame, P.Sites[V.A]);
      return;
    case ValueKind::CallResult:
      return callResult(Frame, Id, P.Sites[V.A]);
    default:
      Sources.push_back({Frame, Id});
      return;
    }
  }

  void param(FunctionId Frame, unsigned N) {
    Sources.push_back({Frame, ValueId()});
    auto Direct = T.directCallers(Frame);
    if (Direct.size() > MaxCallers)
      return;
    for (SiteId S : Direct)
      push(P[S].Caller, P.arg(P[S], N));
    for (const Passing &S : F.dynamicCallers(Frame))
      push(P[S.Site].Caller, F.argument(Frame, S, N));
    for (uint32_t O : P.overrides(P[Frame])) {
      auto Base = T.directCallers(FunctionId(O));
      if (Base.size() <= MaxCallers)
        for (SiteId S : Base)
          push(P[S].Caller, P.arg(P[S], N));
    }
  }

  /// An object of a project class with operator(): the call runs that operator.
  void functor(RecordId R) {
    if (!R || P[R].is(RecordFlag::Outside))
      return;
    for (FunctionId M : T.methodsNamed(R, "operator()"))
      Functions.push_back(M);
  }

  /// A callable given to something outside comes back out of it (std::function, bind, QOverload).
  void outsideArguments(FunctionId Frame, const Site &S) {
    if (S.Callee && !T.external(S.Callee))
      return;
    for (uint32_t A : P.args(S))
      push(Frame, ValueId(A));
  }

  void callResult(FunctionId Frame, ValueId Id, const Site &S) {
    const Contract &C = T.contract(S);
    if (C.ReturnsArg != NoArg)
      return push(Frame, C.ReturnsArg == ReceiverArg ? S.Receiver : P.arg(S, C.ReturnsArg));
    // What the model tells of the value, it tells whatever the arguments are.
    if (C.What == Role::LocalFile || C.What == Role::InMemory) {
      Sources.push_back({Frame, Id});
      return;
    }
    if (S.is(SiteFlag::Constructor)) {
      Sources.push_back({Frame, Id});
      functor(S.Callee ? P[S.Callee].Record : RecordId());
      return outsideArguments(Frame, S);
    }
    if (S.Callee && P[S.Callee].hasBody()) {
      for (ValueId R : T.returns(S.Callee)) {
        const Value &V = P[R];
        if (V.Kind == ValueKind::Param)
          push(Frame, P.arg(S, V.A)); // the identity of this call, not of all calls
        else
          push(S.Callee, R);
      }
      return;
    }
    Sources.push_back({Frame, Id});
    if (!S.Callee) {
      constexpr unsigned MaxDepth = 3;
      if (!S.Target || Depth >= MaxDepth)
        return;
      Walk Inner(F, Callables, Depth + 1);
      Inner.run(Frame, S.Target);
      for (FunctionId Target : Inner.Functions)
        for (ValueId R : T.returns(Target))
          push(Target, R);
      return;
    }
    // Outside call: an element of its receiver (container access), or one of its callable arguments.
    if (S.Receiver)
      push(Frame, S.Receiver);
    outsideArguments(Frame, S);
  }
};

SmallVector<FunctionId, 4> Flow::functions(FunctionId Frame, ValueId V) const {
  if (!V)
    return {};
  Walk W(*this, Walk::Callables);
  W.run(Frame, V);
  llvm::sort(W.Functions);
  W.Functions.erase(std::unique(W.Functions.begin(), W.Functions.end()), W.Functions.end());
  return std::move(W.Functions);
}

SmallVector<FramedValue, 4> Flow::sources(FunctionId Frame, ValueId V) const {
  if (!V)
    return {};
  Walk W(*this, Walk::Anything);
  W.run(Frame, V);
  llvm::sort(W.Sources);
  W.Sources.erase(std::unique(W.Sources.begin(), W.Sources.end()), W.Sources.end());
  return std::move(W.Sources);
}

bool Flow::addCaller(FunctionId F, Passing How) {
  auto &List = Dynamic[F.Index];
  auto At = llvm::lower_bound(List, How);
  if (At != List.end() && *At == How)
    return false;
  List.insert(At, How);
  return true;
}

ArrayRef<Passing> Flow::dynamicCallers(FunctionId F) const {
  auto It = Dynamic.find(F.Index);
  return It == Dynamic.end() ? ArrayRef<Passing>() : ArrayRef<Passing>(It->second);
}

ValueId Flow::argument(FunctionId F, const Passing &How, unsigned N) const {
  const Site &S = T.P[How.Site];
  if (How.Data != NoArg)
    return N + 1 == T.P[F].ParamsCount ? T.P.arg(S, How.Data) : ValueId();
  int I = int(N) + How.Shift;
  return I < 0 ? ValueId() : T.P.arg(S, I);
}

} // namespace offmain
