// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// handoff-dangling-capture: what is handed to a queue, a thread or a connection refers to a local of a function that
// can be over first. Backwards from each hand-off: what it keeps (callable, user data, bound arguments) came from
// parameters of helpers, copies in other closures, std::bind; where that ends at a by-reference capture or an address
// of a local, the question is whether that local's function waits before it returns (HandOffs.h).
#include "checks/Common.h"
#include "checks/Completion.h"
#include "checks/RawObjects.h"
#include "llvm/ADT/DenseSet.h"
#include "llvm/ADT/STLExtras.h"

using namespace llvm;

namespace offmain {

namespace {

constexpr unsigned MaxUp = 6; ///< helpers between the local's function and the hand-off

struct Dangling {
  const Program &P;
  const Solution &S;
  const Tables &T;
  const Completion W;
  const RawObjects Raw;
  std::vector<Finding> &Out;
  DenseSet<uint64_t> Reported, Handed; ///< (site, local)

  Dangling(const Program &P, const Solution &S, std::vector<Finding> &Out)
      : P(P), S(S), T(*S.impl().T), W(P, S), Raw(P, S, W), Out(Out) {}

  /// A value on its way out of Frame.
  struct Item {
    FunctionId Frame;
    ValueId Value;
    SmallVector<SiteId, 4> Path; ///< the call in Frame by which it leaves, ..., the hand-off itself
    bool Reference = false;      ///< what is kept refers to the value (std::ref)
  };

  const HandOff *Current = nullptr;
  bool Inferred = false; ///< that it is handed off is told by where the callable runs
  SmallVector<Item, 8> Todo;
  DenseSet<uint64_t> Seen;

  void push(Item I) {
    if (I.Value && Seen.insert((uint64_t(I.Frame.Index) << 33) | (uint64_t(I.Reference) << 32) | I.Value.Index).second)
      Todo.push_back(std::move(I));
  }
  void next(const Item &From, ValueId V, bool Reference = false) {
    Item I = From;
    I.Value = V;
    I.Reference = Reference;
    push(std::move(I));
  }

  void trace(const HandOff &H) {
    Current = &H;
    Seen.clear();
    for (ArrayRef<ValueId> Kept :
         {ArrayRef<ValueId>(H.Callables), ArrayRef<ValueId>(H.Data), ArrayRef<ValueId>(H.Runnables)})
      for (ValueId V : Kept)
        if (!table(V) || !is_contained(H.Callables, V))
          push({P[H.Site].Caller, V, {H.Site}});
    for (ValueId V : H.Data)
      object({P[H.Site].Caller, V, {H.Site}}, FunctionId());
    while (!Todo.empty())
      visit(Todo.pop_back_val());
  }

  /// An array of entries with callbacks in them is read at once; what it holds is kept.
  bool table(ValueId V) const { return P[V].Kind == ValueKind::Local && P.text(P.Locals[P[V].A].Type).ends_with("]"); }

  /// Does V hold the lambda: as it is, wrapped, or in a local?
  bool holds(ValueId V, uint32_t Lambda, unsigned Depth = 0) const {
    V = V ? T.strip(V) : V;
    if (!V || Depth > 4)
      return false;
    const Value &X = P[V];
    if (X.Kind == ValueKind::Lambda)
      return X.A == Lambda;
    if (X.Kind == ValueKind::Local)
      return any_of(T.stores(cellOfLocal(X.A)),
                    [&](const FramedValue &F) { return holds(F.Value, Lambda, Depth + 1); });
    if (X.Kind != ValueKind::CallResult || !P.Sites[X.A].is(SiteFlag::Constructor))
      return false;
    return any_of(P.args(P.Sites[X.A]),
                  [&](uint32_t A) { return A != UINT32_MAX && holds(ValueId(A), Lambda, Depth + 1); });
  }

  /// A lambda that is found to run on another thread than the function that made it was handed off, by whatever queue
  /// of the project's own. The call that it is given to shows the place.
  void elsewhere(uint32_t L) {
    const Function &F = P.Functions[L];
    if (!F.is(FunctionFlag::Lambda) || !F.Parent ||
        !any_of(ArrayRef(P.Captures).slice(F.CapturesBegin, F.CapturesCount),
                [](const Capture &C) { return C.ByReference; }))
      return;
    auto Threads = [&](FunctionId G) {
      CtxMask M = S.contexts(G);
      return (M & MainMask ? 1u : 0u) | (M & OffMainMask ? 2u : 0u);
    };
    unsigned Made = Threads(F.Parent), Runs = Threads(FunctionId(L));
    if (!Made || !Runs || (Made & Runs))
      return;
    for (SiteId Id : T.sitesOf(F.Parent)) {
      // What the models speak of has been decided by them.
      if (P[Id].is(SiteFlag::Constructor) || !T.contract(P[Id]).Callbacks.empty() ||
          T.contract(P[Id]).What != Role::None || Handed.contains(Id.Index) || W.waits(P[Id]) ||
          !any_of(P.args(P[Id]), [&](uint32_t A) { return A != UINT32_MAX && holds(ValueId(A), L); }))
        continue;
      HandOff H;
      H.Site = Id;
      H.Kind = Runs == 1 ? HandOffKind::Queue : HandOffKind::Thread;
      Current = &H;
      Inferred = true;
      Seen.clear();
      captures({F.Parent, ValueId(), {Id}}, FunctionId(L));
      while (!Todo.empty())
        visit(Todo.pop_back_val());
      Inferred = false;
    }
  }

  /// A variable that lives in its function's frame; not what it points to.
  bool byValue(StringId Type) const {
    StringRef Text = P.text(Type);
    return !Text.ends_with("*") && !Text.ends_with("&") && !Text.ends_with("*const") && !Text.contains("restrict");
  }

  /// A pointer that keeps its object alive or knows when it is gone.
  bool guard(ValueId V) const {
    const Value &X = P[V];
    RecordId R = X.Kind == ValueKind::CallResult && P.Sites[X.A].is(SiteFlag::Constructor) && P.Sites[X.A].Callee
                     ? P[P.Sites[X.A].Callee].Record
                     : X.Record;
    return lifetimeOf(S, R) == ModelSet::Lifetime::Guard;
  }

  void visit(const Item &I) {
    const Value &V = P[I.Value];
    if (!I.Reference && guard(I.Value))
      return;
    switch (V.Kind) {
    case ValueKind::Lambda:
      return captures(I, FunctionId(V.A));
    case ValueKind::AddressOf:
      return next(I, ValueId(V.A), true);
    case ValueKind::Local:
      return local(I, V.A);
    case ValueKind::Param:
      return I.Reference ? parameter(I, V.A) : argument(I, V.A);
    case ValueKind::Captured:
      return captured(I, V.A);
    case ValueKind::Field: // &local.member
      if (I.Reference && V.A != UINT32_MAX && memberOfLocal(ValueId(V.A)))
        next(I, ValueId(V.A), true);
      return;
    case ValueKind::Index:
      if (I.Reference)
        next(I, ValueId(V.A), true);
      return;
    case ValueKind::CallResult:
      return result(I, P.Sites[V.A]);
    case ValueKind::New:
      if (V.A != UINT32_MAX && P.Sites[V.A].Callee && T.external(P.Sites[V.A].Callee))
        for (uint32_t A : P.args(P.Sites[V.A]))
          next(I, ValueId(A));
      return;
    case ValueKind::Select:
      next(I, ValueId(V.A), I.Reference);
      return next(I, ValueId(V.B), I.Reference);
    case ValueKind::List:
      for (uint32_t E : P.list(V.A, V.B))
        next(I, ValueId(E));
      return;
    default:
      return;
    }
  }

  /// The base of `x.member` when x is a local object, not a pointer.
  bool memberOfLocal(ValueId V) const {
    while (V && P[V].Kind == ValueKind::Field && P[V].A != UINT32_MAX)
      V = ValueId(P[V].A);
    return V && P[V].Kind == ValueKind::Local && byValue(P.Locals[P[V].A].Type);
  }

  /// `Tracked`: the lambda goes with its object (sigc::track_obj).
  void captures(const Item &I, FunctionId L, bool Tracked = false) {
    const Function &F = P[L];
    for (uint32_t N = 0; N < F.CapturesCount; ++N) {
      const Capture &C = P.Captures[F.CapturesBegin + N];
      if (C.InEnclosing && P[C.InEnclosing].Kind == ValueKind::This) {
        if (Tracked)
          continue;
        Item Object = I;
        Object.Value = C.InEnclosing;
        object(Object, L);
      } else { // a block's __block variables move to the heap with it
        next(I, C.InEnclosing, C.ByReference && !F.is(FunctionFlag::Block));
      }
    }
  }

  void local(const Item &I, uint32_t L) {
    const Local &Var = P.Locals[L];
    if (Var.Function != I.Frame)
      return;
    StringRef Type = P.text(Var.Type);
    if (I.Reference ? !Type.ends_with("&") : Type.ends_with("]"))
      return found(I, cellOfLocal(L), P.text(Var.Name), Var.At);
    for (const FramedValue &Held : T.stores(cellOfLocal(L)))
      if (Held.Frame == I.Frame)
        next(I, Held.Value);
  }

  /// A parameter of Frame itself is referred to.
  void parameter(const Item &I, unsigned N) {
    const Function &F = P[I.Frame];
    if (N >= F.ParamsCount)
      return;
    const Param &Var = P.Params[F.ParamsBegin + N];
    if (!Var.is(ParamFlag::Reference))
      found(I, 0, P.text(Var.Name), F.At);
  }

  /// A parameter's value is kept: what do the callers pass?
  void argument(const Item &I, unsigned N) {
    if (I.Path.size() > MaxUp || !W.canReturnFirst(I.Path.front(), {}))
      return;
    auto From = [&](SiteId Call, ValueId Given) {
      Item Up{P[Call].Caller, Given, I.Path};
      Up.Path.insert(Up.Path.begin(), Call);
      push(std::move(Up));
    };
    constexpr size_t TooMany = 200;
    if (T.directCallers(I.Frame).size() > TooMany)
      return;
    for (SiteId Call : T.directCallers(I.Frame))
      From(Call, P.arg(P[Call], N));
    for (const Passing &How : S.impl().Fl->dynamicCallers(I.Frame))
      if (!How.Later)
        From(How.Site, S.impl().Fl->argument(I.Frame, How, N));
  }

  /// Frame is a lambda: its capture lives in the enclosing function, if that passes the lambda on to something that
  /// calls it before it returns. (A lambda that is handed off itself has its captures looked at there.)
  void captured(const Item &I, unsigned N) {
    const Function &L = P[I.Frame];
    if (N >= L.CapturesCount || !L.Parent || I.Path.size() > MaxUp)
      return;
    const Capture &C = P.Captures[L.CapturesBegin + N];
    if (I.Reference && !C.ByReference)
      return;
    for (SiteId Call : T.sitesOf(L.Parent)) {
      if (Handed.contains(Call.Index) || !any_of(P.args(P[Call]), [&](uint32_t A) {
            return A != UINT32_MAX && P.Values[A].Kind == ValueKind::Lambda && P.Values[A].A == I.Frame.Index;
          }))
        continue;
      Item Up{L.Parent, C.InEnclosing, I.Path, I.Reference};
      Up.Path.insert(Up.Path.begin(), Call);
      push(std::move(Up));
    }
  }

  void result(const Item &I, const Site &At) {
    const Contract &C = T.contract(At);
    if (C.What == Role::Copies)
      return;
    if (C.ReturnsArg != NoArg) {
      ValueId V = C.ReturnsArg == ReceiverArg ? At.Receiver : P.arg(At, C.ReturnsArg);
      return next(I, V, I.Reference || C.What == Role::Refers);
    }
    if (C.What != Role::MakeSlot && !(At.is(SiteFlag::Constructor) && At.Callee && T.external(At.Callee)))
      return;
    // A slot of a tracked object goes with it.
    auto Stripped = [&](uint32_t A) { return A == UINT32_MAX ? ValueId() : T.strip(ValueId(A)); };
    auto Is = [&](ValueId V, ValueKind K) { return V && P[V].Kind == K; };
    auto Tracks = [&](uint32_t A) {
      ValueId V = Stripped(A);
      return Is(V, ValueKind::This) && lifetimeOf(S, P[V].Record) == ModelSet::Lifetime::Tracked;
    };
    bool Tracked = any_of(P.args(At), Tracks);
    for (uint32_t A : P.args(At)) {
      ValueId V = Stripped(A);
      if (Tracked && Is(V, ValueKind::Lambda))
        captures(I, FunctionId(P[V].A), true);
      else if (!Is(V, ValueKind::This))
        next(I, ValueId(A));
      else if (!Tracks(A))
        object({I.Frame, V, I.Path}, FunctionId());
    }
  }

  /// A connection is over with its sender or its context object; what a dialog's own function shows, it ends.
  bool connectionEnds(const Item &I) const {
    if (Current->Kind == HandOffKind::Queue)
      return bound(Current->Sender);
    if (Current->Kind != HandOffKind::Connection)
      return false;
    return W.mayWaitAfter(I.Path.front()) || bound(Current->Sender) || bound(Current->Context);
  }
  /// An object that dies with a function: a local, a part of one, or a child of one.
  bool bound(ValueId V, unsigned Depth = 0) const {
    V = V ? T.strip(V) : V;
    if (!V || Depth > 4)
      return false;
    const Value &X = P[V];
    switch (X.Kind) {
    case ValueKind::Local:
      if (byValue(P.Locals[X.A].Type))
        return true;
      return any_of(T.stores(cellOfLocal(X.A)), [&](const FramedValue &F) { return bound(F.Value, Depth + 1); });
    case ValueKind::Field:
      return X.A != UINT32_MAX && bound(ValueId(X.A), Depth + 1);
    case ValueKind::New:
      return X.A != UINT32_MAX &&
             any_of(P.args(P.Sites[X.A]), [&](uint32_t A) { return A != UINT32_MAX && bound(ValueId(A), Depth + 1); });
    case ValueKind::CallResult:
      return P.Sites[X.A].Receiver && bound(P.Sites[X.A].Receiver, Depth + 1);
    default:
      return false;
    }
  }

  void found(const Item &I, Cell Variable, StringRef Name, const Place &Declared) {
    SiteId At = I.Path.front();
    const Function &F = P[I.Frame];
    if (!ours(P, P[At]) || (!F.Record && P.text(F.Name) == "main") || F.is(FunctionFlag::Initializer))
      return;
    SmallVector<Cell, 2> Watched;
    if (Variable)
      Watched.push_back(Variable);
    for (const FramedValue &Kept : resultCells(At))
      Watched.push_back(T.cellOf(Kept.Value));
    if (connectionEnds(I) || !W.canReturnFirst(At, Watched) || !Reported.insert(key(At, Name)).second)
      return;
    report(I, Name, Declared);
  }

  /// An object is kept as it is, by what Closure (or none) captures or as user data.
  void object(const Item &I, FunctionId Closure) {
    SiteId At = I.Path.front();
    if (!ours(P, P[At]))
      return;
    if (Inferred)
      return;
    auto Danger = Raw.danger(*Current, I.Frame, At, I.Value, Closure);
    if (!Danger || !Reported.insert(key(At, "")).second)
      return;
    RecordId R = T.recordOf(I.Value);
    auto C = surest(S, P, At, CtxMask(~CtxMask(0)));
    Finding F = findingAt(
        P, S, At, C.value_or(Ctx::Startup), "handoff-dangling-capture", Level::Warning,
        ("the object of class '" + T.typeName(R) + "' is referred to by " + ending() + ", but can be freed first")
            .str());
    F.Sure = std::min(F.Sure, C && Danger->Owner && !Danger->TakenBack ? Confidence::Medium : Confidence::Low);
    F.Assumptions.push_back(Danger->Freed ? "that the callback can still be pending where such an object is freed"
                                          : "that such an object is freed while the program runs");
    passing(I, F);
    if (Danger->Freed) {
      const Site &Free = P[Danger->Freed];
      F.Related.push_back({sourcePlace(P, Free.At, Free.End),
                           ("an object of class '" + T.typeName(R) + "' is freed here").str(),
                           P.name(Free.Caller).str()});
    }
    if (Danger->Ending)
      F.Related.push_back({sourcePlace(P, P[Danger->Ending].At),
                           Danger->TakenBack
                               ? "which takes the callback back, but does not wait for it on the main thread"
                               : "which neither takes the callback back nor waits for it",
                           P.name(Danger->Ending).str()});
    F.Advice =
        "keep a reference, pass a context object, or take the callback back (or wait for it) when the object ends";
    Out.push_back(std::move(F));
  }

  void passing(const Item &I, Finding &F) const {
    for (size_t N = 1; N < I.Path.size(); ++N) {
      const Site &Step = P[I.Path[N]];
      F.Witness.push_back(
          {sourcePlace(P, Step.At, Step.End), "is passed on to " + called(P, Step), P.name(Step.Caller).str()});
    }
  }

  uint64_t key(SiteId At, StringRef Name) const { return (uint64_t(At.Index) << 32) | uint32_t(hash_value(Name)); }

  /// Locals that hold what the call gave back: a thread, a future.
  SmallVector<FramedValue, 2> resultCells(SiteId Id) const {
    SmallVector<FramedValue, 2> Cells;
    for (const Block &B : P.blocks(P[P[Id].Caller]))
      for (const Event &E : P.events(B))
        if (E.Kind == EventKind::Store && E.B != UINT32_MAX)
          if (ValueId V = T.strip(ValueId(E.B));
              V && P[V].Kind == ValueKind::CallResult && P[V].A == Id.Index && T.cellOf(ValueId(E.A)))
            Cells.push_back({P[Id].Caller, ValueId(E.A)});
    return Cells;
  }

  std::string ending() const {
    switch (Current->Kind) {
    case HandOffKind::Queue:
      return "a callback that a main loop runs later";
    case HandOffKind::Thread:
      return "what another thread runs";
    case HandOffKind::Connection:
      return "a connection that outlives this function";
    }
    return {};
  }

  void report(const Item &I, StringRef Name, const Place &Declared) {
    SiteId Id = I.Path.front();
    auto C = surest(S, P, Id, CtxMask(~CtxMask(0)));
    Finding F = findingAt(
        P, S, Id, C.value_or(Ctx::Startup), "handoff-dangling-capture", Level::Error,
        ("the local '" + Name + "' is referred to by " + ending() + "; '" + P.name(I.Frame) + "' can return first")
            .str());
    F.Sure = C && !Inferred ? F.Sure : std::min(F.Sure, Confidence::Medium);
    if (Inferred)
      F.Assumptions.push_back("that what is given to " + called(P, P[Id]) + " can still be waiting when it returns");
    if (!C)
      F.Assumptions.push_back("that '" + P.name(I.Frame).str() + "' is called");
    passing(I, F);
    F.Related.push_back({sourcePlace(P, Declared), ("'" + Name + "' is declared here").str(), P.name(I.Frame).str()});
    F.Advice =
        "capture it by value, hand over a copy that the callback frees, or wait for the callback before returning";
    Out.push_back(std::move(F));
  }
};

} // namespace

void checkHandoffDanglingCapture(const Program &P, const Solution &S, std::vector<Finding> &Out) {
  auto All = handOffs(P, S);
  Dangling D(P, S, Out);
  for (const HandOff &H : All)
    D.Handed.insert(H.Site.Index);
  for (const HandOff &H : All)
    D.trace(H);
  for (uint32_t F = 0; F < P.Functions.size(); ++F)
    D.elsewhere(F);
}

} // namespace offmain
