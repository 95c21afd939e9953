// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// qt-thread-destroyed: a thread object that dies while its thread may run ("Deleting a running QThread … will result in a
// program crash. Wait for the finished() signal before deleting the QThread", https://doc.qt.io/qt-6/qthread.html#dtor.QThread),
// and terminate().
//
// An object dies at a delete, deleteLater(), reset(), the end of its scope, or with what owns it: the object it is a
// member of, its parent. Of the path to a death in one body a forward dataflow tells whether the thread was waited for;
// what the functions called on the way do is in ThreadLives. Where paths join, one that waited is believed: it is most
// often the test of a null pointer or of isRunning() that parts them. Rejected: the contrary, which needs the value of
// conditions the facts do not hold.
#include "checks/ThreadLives.h"
#include "llvm/ADT/STLExtras.h"
#include <set>

using namespace llvm;

namespace offmain {

namespace {

enum class Life : uint8_t { Idle, Running, Over };

struct Deaths {
  const Program &P;
  const Solution &S;
  const Tables &T;
  const Homes &H;
  const ThreadLives &Lives;
  std::vector<Finding> &Out;
  std::set<std::pair<Thing, FunctionId>> Told; ///< a local that dies on several paths is one finding

  // ---- one body ----

  /// An event loop that ends when the thread has: the thread's last signal is connected to what runs the loop.
  bool endsWith(const Site &Loop, Thing X) const {
    for (SiteId Id : T.sitesOf(Loop.Caller)) {
      const Site &C = P[Id];
      if (T.contract(C).What != Role::QtConnect || Lives.thing(C.Caller, P.arg(C, 0)) != X ||
          !Lives.isFinishedSignal(C.Caller, P.arg(C, 0), P.arg(C, 1)))
        continue;
      ValueId To = P.arg(C, 2);
      if (Loop.Receiver ? T.cellOf(To) && T.cellOf(To) == T.cellOf(Loop.Receiver)
                        : To && Loop.Callee && T.derives(T.recordOf(To), P[Loop.Callee].Record))
        return true;
    }
    return false;
  }

  Life after(const Site &At, Thing X, Life Now) const {
    const Contract &C = T.contract(At);
    if (C.Blocking == Blocks::NestedLoop || C.What == Role::ToolkitLoop)
      return endsWith(At, X) ? Life::Over : Now;
    if (At.Receiver && (C.What == Role::Join || Lives.thing(At.Caller, At.Receiver) == X)) {
      if (C.What == Role::Join && !any_of(Lives.things(At.Caller, At.Receiver), [&](Thing Y) { return Y == X || Y == AnyThing; }))
        return Now;
      if (C.What == Role::QtThreadStart)
        return Life::Running;
      if (C.What == Role::Join)
        return Life::Over;
      if (At.is(SiteFlag::Constructor))
        return Lives.startsWhenMade(P[At.Callee].Record) ? Life::Running : Life::Idle;
    }
    SmallVector<FunctionId, 4> Called;
    if (At.Callee && At.is(SiteFlag::Virtual))
      Called = T.virtualTargets(At);
    else if (At.Callee)
      Called.push_back(At.Callee);
    for (const Edge &E : S.impl().Gr->from(At.Caller))
      if (!E.Emission && E.How == Hop::Same && &P[E.Site] == &At)
        Called.push_back(E.To);
    for (FunctionId F : Called) {
      const ThreadLives::Deeds &D = Lives.deeds(F);
      auto Does = [&](ArrayRef<Thing> Things) {
        return any_of(Things, [&](Thing Y) { return Y == AnyThing || is_contained(Lives.seenBy(At, Y), X); });
      };
      if (Does(D.Waits))
        Now = Life::Over;
      else if (Does(D.Starts))
        Now = Life::Running;
    }
    return Now;
  }

  /// The state after a branch on isFinished() or isRunning().
  Life onEdge(FunctionId F, const Block &B, unsigned Edge, Thing X, Life Now) const {
    if (!B.Condition || P[B.Condition].Kind != ValueKind::CallResult)
      return Now;
    const Site &At = P.Sites[P[B.Condition].A];
    Role What = T.contract(At).What;
    bool Ended = (What == Role::QtThreadEnded && Edge == 0) || (What == Role::QtThreadRunning && Edge == 1);
    return Ended && At.Receiver && Lives.thing(F, At.Receiver) == X ? Life::Over : Now;
  }

  /// What is known of X when the call `At` of F happens.
  Life before(FunctionId F, SiteId At, Thing X, Life Entry) const {
    ArrayRef<Block> Blocks = P.blocks(P[F]);
    std::vector<std::optional<Life>> In(Blocks.size());
    std::optional<Life> Found;
    In[0] = Entry;
    SmallVector<uint32_t, 16> Work{0};
    while (!Work.empty()) {
      uint32_t N = Work.pop_back_val();
      Life Now = *In[N];
      for (const Event &E : P.events(Blocks[N])) {
        if (E.Kind != EventKind::Call)
          continue;
        if (E.A == At.Index)
          Found = std::max(Found.value_or(Life::Idle), Now);
        Now = after(P.Sites[E.A], X, Now);
      }
      auto Next = P.successors(Blocks[N]);
      for (unsigned I = 0; I < Next.size(); ++I) {
        if (Next[I] == UINT32_MAX)
          continue;
        Life Then = Next.size() == 2 ? onEdge(F, Blocks[N], I, X, Now) : Now;
        auto &Before = In[Next[I]];
        if (Before && *Before >= Then)
          continue;
        Before = Then;
        Work.push_back(Next[I]);
      }
    }
    return Found.value_or(Life::Idle);
  }

  // ---- findings ----

  void report(SiteId Id, const SourcePlace *Place, SiteId Started, Confidence Sure, const std::string &Message,
              StringRef Advice, Level Severity = Level::Warning) {
    const Site &At = P[Id];
    auto C = surest(S, P, Id, static_cast<CtxMask>(0xff));
    Finding F = findingAt(P, S, Id, C.value_or(Ctx::Startup), "qt-thread-destroyed", Severity, Message);
    F.Sure = C ? std::min(F.Sure, Sure) : Sure;
    if (Place)
      F.At = *Place;
    F.Advice = Advice.str();
    if (Started) {
      const Site &B = P[Started];
      F.Related.push_back({sourcePlace(P, B.At, B.End), "started here", P.name(B.Caller).str()});
    }
    (void)At;
    Out.push_back(std::move(F));
  }

  static constexpr StringRef Wait = "call quit() and wait() on it first";

  /// Somebody else waits for it: most often a function that is called before it dies. One that waits only to start it
  /// anew is not.
  bool waitedElsewhere(Thing X, FunctionId Here) const {
    if (!isCell(X))
      return false;
    return any_of(Lives.waiters(X), [&](FunctionId F) { return F != Here && !Lives.starts(F, X); });
  }

  /// The classes a thread object can be of; false when one of them waits while it dies.
  bool unprotected(FunctionId F, ValueId V) const {
    if (Lives.waitsWhenDestroyed(T.recordOf(V)))
      return false;
    for (SiteId Made : H.origins(F, V).Made)
      if (Lives.waitsWhenDestroyed(P[P[Made].Callee].Record))
        return false;
    return true;
  }

  /// Where it is started: a call, or its own constructor; nullopt: nowhere.
  std::optional<SiteId> startOf(FunctionId F, ValueId V, Thing X) const {
    if (isCell(X))
      if (SiteId At = Lives.started(X))
        return At;
    if (X == ThisThing)
      return SiteId();
    for (SiteId Made : H.origins(F, V).Made)
      if (SiteId At = Lives.startedObject(Made))
        return At;
      else if (Lives.startsWhenMade(P[P[Made].Callee].Record))
        return Made;
    return std::nullopt;
  }

  /// An explicit or implicit end of the object V at the call Id.
  void death(SiteId Id, ValueId V, const std::string &How, bool Local, const SourcePlace *Place = nullptr) {
    const Site &At = P[Id];
    Thing X = Lives.thing(At.Caller, V);
    if (X == AnyThing || !unprotected(At.Caller, V))
      return;
    auto Started = startOf(At.Caller, V, X);
    if (!Started || Lives.runsWhenFinished(At.Caller))
      return;
    if (before(At.Caller, Id, X, Local ? Life::Idle : Life::Running) != Life::Running)
      return;
    if (waitedByInner(At.Caller, X) || !Told.insert({X, Local ? At.Caller : FunctionId(Id.Index)}).second)
      return;
    // By the thread itself: no wait of others can come between.
    CtxMask Where = S.contextsAt(Id);
    bool Own = T.contract(At).What == Role::QtDeleteLater && Where && !(Where & MainMask);
    bool Elsewhere = !Local && !Own && (waitedElsewhere(X, At.Caller) || !isCell(X) || calledWhenFinished(At.Caller));
    report(Id, Place, *Started, Elsewhere ? Confidence::Low : Local ? Confidence::High : Confidence::Medium, How, Wait);
  }

  bool calledWhenFinished(FunctionId F) const {
    auto Callers = T.directCallers(F);
    return !Callers.empty() && all_of(Callers, [&](SiteId C) { return Lives.runsWhenFinished(P[C].Caller); });
  }

  /// A lambda of F waits for it: on which path is not told.
  bool waitedByInner(FunctionId F, Thing X) const {
    if (!isCell(X))
      return false;
    for (FunctionId W : Lives.waiters(X))
      for (FunctionId Up = P[W].Parent; Up; Up = P[Up].Parent)
        if (Up == F)
          return true;
    return false;
  }

  // ---- the ends ----

  void atCalls() {
    for (uint32_t N = 0; N < P.Sites.size(); ++N) {
      SiteId Id(N);
      const Site &At = P.Sites[N];
      if (!ours(P, At) || !At.Callee || !At.Receiver)
        continue;
      RecordId R = T.recordOf(At.Receiver);
      const Contract &C = T.contract(At);
      if (!Lives.isThread(R))
        continue;
      std::string Class = P.name(R).str();
      if (At.is(SiteFlag::Delete)) {
        death(Id, At.Receiver, "a " + Class + " is deleted while its thread may still run", made(At));
      } else if (At.is(SiteFlag::Destructor) && P[At.Receiver].Kind == ValueKind::Local) {
        if (S.contexts(At.Caller))
          death(Id, At.Receiver, "a " + Class + " goes out of scope while its thread may still run", true);
      } else if (At.is(SiteFlag::Destructor) && P[At.Receiver].Kind == ValueKind::Field) {
        member(Id, Class);
      } else if (C.What == Role::QtDeleteLater) {
        later(Id, Class);
      } else if (C.What == Role::QtThreadTerminate) {
        terminated(Id, Class);
      }
    }
    for (SiteId Id : T.ownerSites()) {
      const Site &At = P[Id];
      RecordId R = T.owned(At.Receiver);
      if (!Lives.isThread(R) || !ours(P, At))
        continue;
      std::string How = "a " + P.name(R).str() + " is destroyed by what owns it while its thread may still run";
      if (!At.is(SiteFlag::Destructor))
        replaced(Id, How);
      else if (P[At.Receiver].Kind == ValueKind::Local)
        death(Id, At.Receiver, How, true);
      else if (P[At.Receiver].Kind == ValueKind::Field)
        member(Id, P.name(R).str());
    }
  }

  /// reset(): what is put in place of nothing ends nothing.
  void replaced(SiteId Id, const std::string &How) {
    const Site &At = P[Id];
    ValueId New = T.strip(P.arg(At, 0));
    bool Emptied = !New || P[New].Kind == ValueKind::Null || P[New].Kind == ValueKind::Int;
    if (!Emptied && P[At.Caller].is(FunctionFlag::Constructor))
      return;
    size_t Before = Out.size();
    death(Id, At.Receiver, How, false);
    if (Out.size() > Before && !Emptied)
      Out.back().Sure = Confidence::Low; // most often the first, or the one before has ended
  }

  /// Was the object that is deleted made in the same function?
  bool made(const Site &At) const {
    Homes::Origins From = H.origins(At.Caller, At.Receiver);
    return From.Complete && !From.Made.empty() && P[T.strip(At.Receiver)].Kind == ValueKind::Local &&
           all_of(From.Made, [&](SiteId M) { return P[M].Caller == At.Caller; });
  }

  /// Objects of the class die in a way the program shows.
  bool dies(RecordId R) const {
    if (FunctionId D = Lives.destructor(R); D && S.contexts(D))
      return true;
    for (SiteId M : H.constructions(R))
      if (H.parentArgument(P[M]))
        return true;
    return any_of(T.sitesWith(Role::QtDeleteLater), [&](SiteId D) {
      RecordId K = P[D].Receiver ? T.recordOf(P[D].Receiver) : RecordId();
      return K && (K == R || T.derives(K, R));
    });
  }

  /// A member of the class whose destructor this is.
  void member(SiteId Id, const std::string &Class) {
    const Site &At = P[Id];
    RecordId Owner = P[At.Caller].Record;
    const Value &V = P[At.Receiver];
    Thing X = T.cellOf(At.Receiver);
    if (!Owner || V.B == UINT32_MAX || !X || waitedByOwners(Owner, X))
      return;
    bool Written = !P[At.Caller].is(FunctionFlag::Implicit);
    SourcePlace Place = sourcePlace(P, Written ? P[At.Caller].At : P.Variables[V.B].At);
    size_t Before = Out.size();
    death(Id, At.Receiver, "'" + P.name(VariableId(V.B)).str() + "', a " + Class +
                               ", is destroyed with its owner while its thread may still run", false, &Place);
    if (Out.size() > Before && !dies(Owner))
      Out.back().Sure = Confidence::Low;
  }

  /// Destructors of the class or its heirs wait for X.
  bool waitedByOwners(RecordId Owner, Thing X) const {
    auto Waits = [&](RecordId R) {
      FunctionId D = Lives.destructor(R);
      return D && P[D].hasBody() && Lives.waits(D, X);
    };
    return Waits(Owner) || any_of(T.heirs(Owner), Waits);
  }

  /// deleteLater() right after quit(), or by the thread itself.
  void later(SiteId Id, const std::string &Class) {
    const Site &At = P[Id];
    CtxMask Where = S.contextsAt(Id);
    bool Own = Where && !(Where & MainMask);
    if (Lives.thing(At.Caller, At.Receiver) == ThisThing && !Own)
      return;
    death(Id, At.Receiver, Own ? "a " + Class + " is handed to deleteLater() by a thread, most likely its own, that still runs"
                               : "a " + Class + " is handed to deleteLater() while its thread may still run", made(At));
  }

  /// Children die with their parent, whose destructor ends before they do.
  void children() {
    for (uint32_t N = 0; N < P.Sites.size(); ++N) {
      SiteId Id(N);
      const Site &At = P.Sites[N];
      if (!At.is(SiteFlag::Constructor) || At.is(SiteFlag::BaseInit) || !At.Callee || !ours(P, At) || !At.Receiver ||
          !Lives.isThread(P[At.Callee].Record) || P[At.Receiver].Kind != ValueKind::New)
        continue;
      ValueId Parent = T.strip(H.parentArgument(At));
      if (!Parent)
        continue;
      child(Id, P[Parent].Kind == ValueKind::This ? T.recordOf(Parent) : RecordId());
    }
  }

  void child(SiteId Id, RecordId Owner) {
    const Site &At = P[Id];
    RecordId R = P[At.Callee].Record;
    SmallVector<Cell, 4> Kept = keepers(Id);
    if (Kept.empty() || Lives.waitsWhenDestroyed(R) || S.contexts(At.Caller) == 0)
      return;
    std::optional<SiteId> Started;
    for (Cell C : Kept) {
      if (SiteId St = Lives.started(C))
        Started = St;
      if (Owner && waitedByOwners(Owner, C))
        return;
    }
    if (!Started && Lives.startedObject(Id))
      Started = Lives.startedObject(Id);
    if (!Started && Lives.startsWhenMade(R))
      Started = Id;
    if (!Started)
      return;
    bool Elsewhere = any_of(Kept, [&](Cell C) {
      return any_of(Lives.waiters(C), [&](FunctionId F) { return !Lives.starts(F, C) || F == At.Caller; });
    });
    // Another way than with its parent: it ends by itself and is deleted then.
    bool Fleeting = any_of(T.sitesOf(At.Caller), [&](SiteId C) {
      return T.contract(P[C]).What == Role::QtConnect && is_contained(Kept, Lives.thing(At.Caller, P.arg(P[C], 0))) &&
             Lives.isFinishedSignal(At.Caller, P.arg(P[C], 0), P.arg(P[C], 1));
    });
    FunctionId D = Owner ? Lives.destructor(Owner) : FunctionId();
    bool Written = D && P[D].hasBody() && !P[D].is(FunctionFlag::Implicit);
    SourcePlace Place = sourcePlace(P, P[D ? D : At.Caller].At);
    report(Id, Written ? &Place : nullptr, *Started,
           Elsewhere || !Owner || Fleeting || !dies(Owner) ? Confidence::Low : Confidence::Medium,
           "a " + P.name(R).str() + " is destroyed with its parent while its thread may still run", Wait);
  }

  /// Cells that hold what the call makes.
  SmallVector<Cell, 4> keepers(SiteId Made) {
    if (KeptBy.empty())
      for (uint32_t F = 0; F < P.Functions.size(); ++F)
        for (const Block &B : P.blocks(P.Functions[F]))
          for (const Event &E : P.events(B))
            if (E.Kind == EventKind::Store && E.B != UINT32_MAX) {
              ValueId V = T.strip(ValueId(E.B));
              Cell C = T.cellOf(ValueId(E.A));
              if (V && C && Lives.isThread(T.recordOf(V)))
                KeptBy.push_back({V, C});
            }
    SmallVector<Cell, 4> Cells;
    SmallVector<Cell, 4> Work;
    for (auto &[V, C] : KeptBy)
      if (P[V].Kind == ValueKind::New && P[V].A == Made.Index)
        Work.push_back(C);
    while (!Work.empty() && Cells.size() < 8) {
      Cell C = Work.pop_back_val();
      if (is_contained(Cells, C))
        continue;
      Cells.push_back(C);
      for (auto &[V, To] : KeptBy)
        if (T.cellOf(V) == C)
          Work.push_back(To);
    }
    return Cells;
  }
  std::vector<std::pair<ValueId, Cell>> KeptBy;

  void terminated(SiteId Id, const std::string &Class) {
    const Site &At = P[Id];
    if (!S.contexts(At.Caller))
      return;
    Thing X = Lives.thing(At.Caller, At.Receiver);
    // The last resort when it does not end in time.
    bool Last = any_of(T.sitesOf(At.Caller), [&](SiteId W) {
      return W.Index < Id.Index && T.contract(P[W]).What == Role::Join && P[W].Receiver &&
             Lives.thing(At.Caller, P[W].Receiver) == X;
    });
    report(Id, nullptr, SiteId(), Confidence::High,
           "terminate() ends the thread of a " + Class + " wherever it is: locks stay locked, memory stays taken" +
               (Last ? " (as a last resort after waiting)" : ""),
           "ask it to end (quit(), requestInterruption()) and wait()", Last ? Level::Note : Level::Warning);
  }
};

} // namespace

void checkQtThreadDestroyed(const Program &P, const Solution &S, std::vector<Finding> &Out) {
  const Solution::Impl &I = S.impl();
  if (I.T->sitesWith(Role::QtThreadStart).empty() && I.T->sitesWith(Role::QtThreadTerminate).empty())
    return;
  ThreadLives Lives(P, S);
  Deaths D{P, S, *I.T, *I.H, Lives, Out, {}, {}};
  D.atCalls();
  D.children();
}

} // namespace offmain
