// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Edges and entries from calls through values, virtual calls, and callables handed to libraries.
#include "solve/Graph.h"
#include "llvm/ADT/STLExtras.h"

using namespace llvm;

namespace offmain {

namespace {

bool callableValue(const Program &P, ValueId V) {
  if (!V)
    return false;
  switch (P[V].Kind) {
  case ValueKind::Function:
  case ValueKind::Lambda:
  case ValueKind::Member:
    return true;
  default:
    return false;
  }
}

/// Is an argument of the call an object of that class?
bool given(const Tables &T, const Site &S, StringRef Class) {
  return !Class.empty() && any_of(T.P.args(S), [&](uint32_t A) {
    RecordId R = T.P.Values[A].Record;
    return R && T.typeName(R) == Class;
  });
}

/// Argument I is spoken of by another callback entry of the same function.
bool claimed(const Contract &C, unsigned I) {
  for (const CallbackContract &Other : C.Callbacks)
    if (Other.Arg == int(I) || Other.DestroyArg == int(I))
      return true;
  return false;
}

} // namespace

/// Does the GMainContext value mean the default one? NULL, g_main_context_default(); nullopt: cannot tell.
static std::optional<bool> defaultContext(const Tables &T, const Flow &F, FunctionId Frame, ValueId V) {
  const Program &P = T.P;
  V = T.strip(V);
  if (!V)
    return true;
  auto One = [&](ValueId X) -> std::optional<bool> {
    X = T.strip(X);
    switch (P[X].Kind) {
    case ValueKind::Null:
      return true;
    case ValueKind::Int:
      return P[X].A == 0;
    case ValueKind::CallResult: {
      const Contract &C = T.contract(P.Sites[P[X].A]);
      if (C.What == Role::DefaultContext)
        return true;
      return P.Sites[P[X].A].Callee && T.external(P.Sites[P[X].A].Callee) ? std::optional<bool>(false) : std::nullopt;
    }
    default:
      return std::nullopt;
    }
  };
  if (auto Known = One(V))
    return Known;
  bool Any = false;
  for (const FramedValue &S : F.sources(Frame, V)) {
    if (!S.Value)
      return std::nullopt;
    ValueKind K = P[S.Value].Kind;
    if (K == ValueKind::Local || K == ValueKind::Global || K == ValueKind::Field)
      continue;
    auto Known = One(S.Value);
    if (!Known)
      return std::nullopt;
    if (!*Known)
      return false;
    Any = true;
  }
  return Any ? std::optional<bool>(true) : std::nullopt;
}

/// Who iterates a GMainContext: main for the default one; for another, the threads that push it as their default or
/// run a loop on it, as far as an earlier round knows where those are.
std::optional<Ctx> Graph::contextLoop(FunctionId Frame, ValueId Context) {
  auto Default = defaultContext(T, Fl, Frame, Context);
  if (!Default)
    return std::nullopt;
  if (*Default)
    return Ctx::Handler;
  auto Made = [&](FunctionId F, ValueId V) {
    SmallVector<ValueId, 2> Out;
    for (const FramedValue &S : Fl.sources(F, V))
      if (S.Value && P[S.Value].Kind == ValueKind::CallResult)
        Out.push_back(S.Value);
    return Out;
  };
  auto Mine = Made(Frame, Context);
  for (Role R : {Role::PushThreadDefault, Role::LoopNew, Role::IterateContext})
    for (SiteId S : T.sitesWith(R)) {
      CtxMask Where = H.known(P[S].Caller);
      if (!Where || (Where & MainMask))
        continue;
      for (ValueId V : Made(P[S].Caller, P.arg(P[S], 0)))
        if (is_contained(Mine, V))
          return Ctx::Worker;
    }
  return std::nullopt;
}

/// The function of S has made a context of its own this thread's default before: results of asynchronous calls come there.
bool Graph::ownDefault(SiteId S) const {
  return any_of(T.sitesWith(Role::PushThreadDefault), [&](SiteId Push) {
    return P[Push].Caller == P[S].Caller && P[Push].At < P[S].At && !(H.known(P[S].Caller) & MainMask);
  });
}

std::optional<Graph::Use> Graph::useOf(const CallbackContract &C, SiteId S) {
  const Site &At = P[S];
  Use U;
  U.At = S;
  U.State = G.at(S);
  U.What = At.Callee ? P.name(At.Callee).str() : std::string();
  U.Lock = lockAtEntry(C.Lock, T.contract(At).Kit);
  if (auto Known = contextOf(C.Runs)) {
    U.Inline = false;
    U.Context = C.Runs == Thread::Main && T.contract(At).What != Role::Post && ownDefault(S) ? Ctx::Worker : *Known;
    return U;
  }
  switch (C.Runs) {
  case Thread::Any: // spoken of only for the lock it holds
    if (!calledWith(C.Lock) || given(T, At, C.UnlessGiven))
      return std::nullopt;
    U.Inline = false;
    U.Context = Ctx::Startup;
    return U;
  case Thread::Inline:
  case Thread::Emitter:
    return U;
  case Thread::Context: {
    ValueId Arg = C.OwnerArg == NoArg ? ValueId() : P.arg(At, C.OwnerArg);
    auto Loop = contextLoop(At.Caller, Arg);
    if (!Loop)
      return std::nullopt;
    // At once when the caller iterates that context itself: then the lock is as the caller has it.
    if (H.known(At.Caller) & MainMask)
      U.Lock = AtEntry::Unknown;
    U.Inline = false;
    U.Context = *Loop;
    return U;
  }
  case Thread::OwnerOfArg: {
    ValueId Arg = C.OwnerArg == ReceiverArg ? At.Receiver : C.OwnerArg == NoArg ? ValueId() : P.arg(At, C.OwnerArg);
    Home Lives = H.ofObject(At.Caller, Arg);
    U.Inline = false;
    U.Context = Lives.Kind == HomeKind::Worker ? Ctx::Worker : Ctx::Handler;
    return U;
  }
  default:
    return std::nullopt;
  }
}

void Graph::modelCallbacks() {
  for (SiteId S : T.sitesWithCallbacks()) {
    const Site &At = P[S];
    switch (T.contract(At).What) { // spoken of by what they mean, not argument by argument
    case Role::QtConnect:
    case Role::QtInvokeMethod:
    case Role::QtSingleShot:
    case Role::GSignalConnect:
    case Role::SigcConnect:
    case Role::GSourceSetCallback:
      continue;
    default:
      break;
    }
    uint32_t Continues = T.contract(At).What == Role::QtContextless ? contextless(S) : 0;
    for (const CallbackContract &C : T.contract(At).Callbacks) {
      if (C.Runs == Thread::Kept)
        keptCallback(C, S);
      auto U = useOf(C, S);
      if (!U)
        continue;
      U->Connection = Continues;
      SmallVector<ValueId, 2> Callables;
      if (C.Arg == ReceiverArg)
        Callables.push_back(At.Receiver);
      else if (ValueId V = P.arg(At, C.Arg))
        Callables.push_back(V);
      if (!C.Method.empty()) {
        for (ValueId V : Callables) {
          SmallVector<RecordId, 4> Classes;
          RecordId R = T.recordOf(V);
          if (R)
            Classes.push_back(R);
          for (RecordId K : Classes)
            for (FunctionId M : T.methodsNamed(K, C.Method)) {
              attach(M, S, *U, 1);
              for (FunctionId O : T.overriders(M))
                if (T.live(P[O].Record) && T.related(P[O].Record, K))
                  attach(O, S, *U, 1);
            }
        }
        continue;
      }
      // Variadic spawners take the callable after a policy or an object: any argument that is one.
      bool Direct = false;
      for (ValueId V : Callables)
        Direct |= V && P[V].Kind != ValueKind::This && P[V].Kind != ValueKind::Null && P[V].Kind != ValueKind::Enum;
      if (C.Arg >= 0)
        for (unsigned I = 0; I < At.ArgsCount; ++I)
          if (int(I) != C.Arg && callableValue(P, P.arg(At, I)) && C.DestroyArg != int(I) && !claimed(T.contract(At), I))
            if (!Direct || !callableValue(P, P.arg(At, C.Arg)))
              Callables.push_back(P.arg(At, I));
      for (unsigned I = 0; I < Callables.size(); ++I) {
        Use Given = *U;
        if (C.DataArg >= 0)
          Given.Arguments = Passing{S, 0, C.DataArg, !U->Inline};
        else if (At.Callee && P.name(At.Callee).contains("::"))
          // std::thread(f, a, b): what follows the callable is given to it.
          for (unsigned A = 0; A < At.ArgsCount; ++A)
            if (P.arg(At, A) == Callables[I])
              Given.Arguments = Passing{S, int(A) + 1, NoArg, !U->Inline};
        use(At.Caller, S, Callables[I], Given);
      }
      if (C.DestroyArg >= 0)
        if (ValueId D = P.arg(At, C.DestroyArg)) {
          U->Lock = AtEntry::Unknown; // also when the source is removed, by whoever does so
          use(At.Caller, S, D, *U);
        }
    }
  }
}

/// A callback that a library keeps is called from the calls that say they do so, on their threads: a database's hooks by
/// whoever steps a statement, a log handler by whoever logs.
void Graph::keptCallback(const CallbackContract &C, SiteId S) {
  const Site &At = P[S];
  ValueId Callable = C.Arg >= 0 ? P.arg(At, C.Arg) : ValueId();
  if (!Callable)
    return;
  for (SiteId Call : T.keeperSites(C.Keeper)) {
    Use U;
    U.At = Call;
    U.Carrier = Call;
    U.State = G.at(Call);
    U.Related = S;
    U.Sure = Confidence::Medium; // which handle or domain it is for is not followed
    U.What = ("'" + P.name(P[Call].Callee) + "'").str();
    if (C.DataArg >= 0)
      U.Arguments = Passing{S, 0, C.DataArg, true};
    use(At.Caller, S, Callable, U);
  }
}

void Graph::indirectCalls() {
  for (SiteId S : T.indirectSites()) {
    const Site &At = P[S];
    if (!At.Target || !T.contract(At).empty() || classSlotCall(T, At))
      continue;
    Use U;
    U.At = S;
    U.State = G.at(S);
    U.Arguments = Passing{S};
    use(At.Caller, S, At.Target, U);
  }
}

void Graph::receiverCalls() {
  for (SiteId S : T.sitesWith(Role::InvokeReceiver)) {
    Use U;
    U.At = S;
    U.State = G.at(S);
    U.Arguments = Passing{S};
    use(P[S].Caller, S, P[S].Receiver, U);
  }
  for (SiteId S : T.sitesWith(Role::InvokeArg)) {
    Use U;
    U.At = S;
    U.State = G.at(S);
    for (uint32_t A : P.args(P[S]))
      if (callableValue(P, ValueId(A)) || P.Values[A].Kind == ValueKind::Param || P.Values[A].Kind == ValueKind::Local ||
          P.Values[A].Kind == ValueKind::Field)
        use(P[S].Caller, S, ValueId(A), U);
  }
}

/// An outside function without a model that is given a lambda: most call it before they return (algorithms,
/// visitors); that is an assumption.
void Graph::unknownCallables() {
  for (SiteId S : T.unknownCallableSites()) {
    const Site &At = P[S];
    if (At.is(SiteFlag::Constructor))
      continue;
    Use U;
    U.At = S;
    U.State = G.at(S);
    U.Sure = Confidence::Low;
    U.What = "'" + P.name(At.Callee).str() + "'";
    for (uint32_t A : P.args(At))
      if (P.Values[A].Kind == ValueKind::Lambda)
        use(At.Caller, S, ValueId(A), U);
  }
}

/// `this->step()` in Base::run(): an heir that has a run() of its own does not come here, unless its run() calls the base's.
static bool overridesCaller(const Tables &T, FunctionId Caller, FunctionId Target) {
  const Program &P = T.P;
  for (FunctionId O : T.overriders(Caller)) {
    if (!T.derives(P[Target].Record, P[O].Record))
      continue;
    if (llvm::none_of(T.directCallers(Caller), [&](SiteId S) { return P[S].Caller == O; }))
      return true;
  }
  return false;
}

void Graph::virtualCalls() {
  for (SiteId S : T.virtualSites()) {
    const Site &At = P[S];
    // A virtual signal or an outside method nobody overrides has no body to enter.
    if (T.overriders(At.Callee).empty() && !P[At.Callee].hasBody())
      continue;
    auto Targets = T.virtualTargets(At);
    if (At.Receiver && P[At.Receiver].Kind == ValueKind::This)
      llvm::erase_if(Targets, [&](FunctionId To) { return overridesCaller(T, At.Caller, To); });
    unsigned WithBody = llvm::count_if(Targets, [&](FunctionId F) { return P[F].hasBody(); });
    for (FunctionId To : Targets) {
      if (!P[To].hasBody())
        continue;
      Edge E;
      E.From = At.Caller;
      E.To = To;
      E.Site = S;
      E.State = G.at(S);
      // Calls on `this` meant for the object's own class are surer than calls on a base pointer.
      E.Sure = WithBody <= 3 ? Confidence::High : WithBody <= 10 ? Confidence::Medium : Confidence::Low;
      addEdge(E, To == At.Callee ? ("calls '" + P.name(To) + "'").str()
                                 : ("calls '" + P.name(To) + "' through virtual '" + P.name(At.Callee) + "'").str());
    }
  }
}

/// A smart pointer that lets go of what it owns destroys it: unique_ptr::reset(), ~unique_ptr().
void Graph::ownedDeletes() {
  for (SiteId S : T.ownerSites()) {
    RecordId R = T.owned(P[S].Receiver);
    if (!R)
      continue;
    auto Destroy = [&](RecordId K) {
      for (FunctionId M : T.methods(K)) {
        if (!P[M].is(FunctionFlag::Destructor) || !P[M].hasBody())
          continue;
        Edge E;
        E.From = P[S].Caller;
        E.To = M;
        E.Site = S;
        E.State = G.at(S);
        E.Sure = Confidence::Medium;
        addEdge(E, ("destroys what it owns: calls '" + P.name(M) + "'").str());
      }
    };
    Destroy(R);
    for (RecordId D : T.heirs(R))
      if (T.instantiated(D))
        Destroy(D);
  }
}

/// Sources made, given a callback, and attached in separate calls.
void Graph::gobjectSources() {
  for (SiteId S : T.sitesWith(Role::GSourceSetCallback)) {
    const Site &At = P[S];
    ValueId Source = T.strip(P.arg(At, 0));
    std::optional<Ctx> Loop = Ctx::Handler;
    for (SiteId A : T.sitesWith(Role::GSourceAttach))
      if (P[A].Caller == At.Caller && T.strip(P.arg(P[A], 0)) == Source)
        Loop = contextLoop(At.Caller, P.arg(P[A], 1));
    if (!Loop)
      continue;
    Use U;
    U.Inline = false;
    U.Context = *Loop;
    U.Lock = lockAtEntry(Under::None, Toolkit::None);
    U.At = S;
    U.What = P.name(At.Callee).str();
    use(At.Caller, S, P.arg(At, 1), U);
  }
}

} // namespace offmain
