// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// qt-blocking-connection: a blocking queued call waits until the receiver's thread has run the slot
// (https://doc.qt.io/qt-6/qt.html#ConnectionType-enum: "This connection must not be used if the receiver lives in the
// signalling thread, or else the application will deadlock"). Two ways to wait for ever are reported, both at the
// connection:
//
//   emitted or invoked on the thread the receiver lives in          it waits for itself
//   from a worker to main, while main waits for that worker         a cycle; main's wait is related
//
// Contexts are kinds of threads, so "that worker" is told by what the program calls it: the variable of the QThread,
// the class of the heir, the call that started it.
#include "checks/MainNeeds.h"
#include "checks/Mutexes.h"
#include "checks/WakeUps.h"
#include "solve/Connections.h"
#include "llvm/ADT/STLExtras.h"
#include <map>

using namespace llvm;

namespace offmain {

namespace {

constexpr CtxMask Threads = OffMainMask & ~(maskOf(Ctx::Forked) | maskOf(Ctx::Signal));

/// What is known of one worker thread.
struct WorkerThread {
  Cell Variable = 0; ///< the QThread an object was moved to
  RecordId Heir;     ///< the thread class whose run() it is
  RecordId Object;   ///< the class of the object whose slot began it
};

/// Main's end of a cycle.
struct MainEnd {
  SiteId Wait;
  Confidence Sure = Confidence::High;
  std::string Text, Advice;
  const Contexts *In = nullptr; ///< the search that tells how the worker comes to its end; null: that for all threads
  Ctx Runs = Ctx::Worker;       ///< there
  bool operator<(const MainEnd &O) const { return std::tuple(-int(Sure), Wait) < std::tuple(-int(O.Sure), O.Wait); }
};

struct Blocking {
  const Program &P;
  const Solution &S;
  const Solution::Impl &I;
  const Tables &T;
  WakeUps W;
  std::vector<Waiting> MainWaits;
  std::map<uint32_t, std::unique_ptr<Contexts>> Below; ///< what one thread runs, by its entry
  std::map<SiteId, Finding> Found;

  Blocking(const Program &P, const Solution &S) : P(P), S(S), I(S.impl()), T(*S.impl().T), W(P, S) {
    for (const Waiting &Wait : W.waits())
      if (S.contextsAt(Wait.Site) & MainMask)
        MainWaits.push_back(Wait);
  }

  WorkerThread threadOf(const Home &Lives) const {
    WorkerThread Out;
    if (Lives.Kind != HomeKind::Worker || !Lives.Because)
      return Out;
    const Site &Move = P[Lives.Because];
    if (T.contract(Move).What != Role::QtMoveToThread)
      return Out;
    ValueId To = T.strip(P.arg(Move, 0));
    Out.Variable = T.cellOf(To);
    if (RecordId R = T.recordOf(To); R && !P[R].is(RecordFlag::Outside))
      Out.Heir = R;
    Out.Object = T.recordOf(Move.Receiver);
    return Out;
  }

  WorkerThread threadOf(const Connection &C) const {
    if (!C.Contextless && C.Type != Delivery::Direct)
      return threadOf(C.Receiver);
    WorkerThread Out;
    Out.Variable = T.cellOf(T.strip(C.SenderValue.Value)); // QThread::started, run by the thread
    return Out;
  }

  /// The thread on which F runs in C.
  WorkerThread threadOf(FunctionId F, Ctx C) const {
    for (const Reached *R = I.C->state(F, C); R; R = &I.C->states()[R->Previous]) {
      if (R->Previous != UINT32_MAX) {
        const Edge *E = R->Via == UINT32_MAX ? nullptr : &I.Gr->Edges[R->Via];
        if (!E || E->How != Hop::ToWorker || !E->Connection)
          continue;
        return threadOf(I.Gr->Connections[E->Connection - 1]);
      }
      const EntryPoint &E = I.Gr->Entries[R->Via];
      WorkerThread Out;
      if (E.Connection)
        return threadOf(I.Gr->Connections[E.Connection - 1]);
      if (!E.Site)
        Out.Heir = P[E.Function].Record;
      return Out;
    }
    return {};
  }

  bool same(const WorkerThread &A, const WorkerThread &B) const {
    return (A.Variable && A.Variable == B.Variable) || (A.Heir && A.Heir == B.Heir) ||
           (A.Object && A.Object == B.Object);
  }

  /// The function asks which thread it is on, itself or by a predicate: which worker that is a context does not tell,
  /// so whoever asks is taken to know.
  bool asks(FunctionId F) const {
    auto Asks = [&](FunctionId G) {
      return any_of(T.sitesOf(G), [&](SiteId Id) { return T.contract(P[Id]).What == Role::CurrentThread; });
    };
    return Asks(F) || any_of(T.sitesOf(F), [&](SiteId Id) {
             return P[Id].Callee && P[P[Id].Callee].hasBody() && Asks(P[Id].Callee);
           });
  }

  /// How sure it is that main's call meets the worker's: in straight start-up code, or when the loop has ended, most
  /// often nothing is under way; what an object waits for while it dies, less so.
  Confidence meets(SiteId Wait) const {
    FunctionId F = P[Wait].Caller;
    if (S.contextsAt(Wait) & maskOf(Ctx::Handler))
      return Confidence::High;
    for (const Reached *R = I.C->state(F, Ctx::Startup); R; R = &I.C->states()[R->Previous]) {
      if (R->Context == Ctx::Handler)
        return Confidence::High;
      if (P[R->Function].is(FunctionFlag::Destructor))
        return Confidence::Medium;
      if (R->Previous == UINT32_MAX)
        break;
    }
    return Confidence::Low;
  }

  // ---- what is reported ----

  std::string subject(const Connection &C) const {
    if (C.Form == ConnectionForm::Invocation)
      return called(P, P[C.Site]) + " with Qt::BlockingQueuedConnection is called";
    return "'" + C.SignalName + "', whose connection here is a blocking queued one, is emitted";
  }

  /// Whose contexts are those of the emission or of the invocation.
  FunctionId from(const Connection &C) const {
    return C.Form == ConnectionForm::Invocation ? P[C.Through ? C.Through : C.Site].Caller : C.Signal;
  }

  /// The chain to the signal or to the invocation, and with it how sure it is.
  Finding begin(const Connection &C, Ctx Runs, const std::string &Why, const Contexts *In = nullptr) const {
    bool Invoked = C.Form == ConnectionForm::Invocation;
    std::string Message = subject(C) + " on " + describe(Runs).str() + Why;
    if (Invoked && !C.Through)
      return findingAt(P, S, C.Site, Runs, "qt-blocking-connection", Level::Error, Message, In);
    const Site &At = P[C.Site];
    Finding F;
    F.Rule = "qt-blocking-connection";
    F.Severity = Level::Error;
    F.At = sourcePlace(P, At.At, At.End);
    F.Message = Message;
    F.Function = P.name(At.Caller).str();
    F.Callee = P.name(At.Callee).str();
    FunctionId From = from(C);
    if (From && (In ? In : I.C.get())->state(From, Runs)) {
      F.Sure = S.confidence(From, Runs, In);
      F.Witness = S.witness(From, Runs, In);
      F.Assumptions = S.assumptions(From, Runs, In);
    }
    if (C.Through)
      F.Related.push_back({sourcePlace(P, P[C.Through].At, P[C.Through].End), "the connection type is given here",
                           P.name(P[C.Through].Caller).str()});
    if (Invoked)
      S.appendCall(F.Witness, At.Caller, C.Through, UINT32_MAX);
    else
      F.Witness.push_back({F.At, "'" + C.SignalName + "' is connected here", F.Function});
    return F;
  }

  void report(const Connection &C, Finding F) {
    auto Key = [](const Finding &X) { return std::tuple(-int(X.Sure), X.Witness.size(), X.Message, X.Witness); };
    auto [It, New] = Found.try_emplace(C.Site, F);
    if (!New && Key(F) < Key(It->second))
      It->second = std::move(F);
  }

  /// Contexts of the emitting or invoking function that pass to the call and run it in one of Wanted; the surest.
  std::optional<Ctx> where(const Connection &C, CtxMask Wanted) const {
    if (C.Form == ConnectionForm::Invocation)
      return surest(S, P, C.Through ? C.Through : C.Site, Wanted);
    std::optional<Ctx> Best;
    for (unsigned X = 0; X < unsigned(Ctx::Count); ++X) {
      if (!(S.emittedIn(C) & Wanted & maskOf(Ctx(X))))
        continue;
      auto Sure = [&](Ctx K) {
        return C.Signal && (S.contexts(C.Signal) & maskOf(K)) ? S.confidence(C.Signal, K) : Confidence::High;
      };
      if (!Best || Sure(Ctx(X)) > Sure(*Best))
        Best = Ctx(X);
    }
    return Best;
  }

  void ownThread(const Connection &C) {
    if (C.Receiver.Kind == HomeKind::Main) {
      if (auto Runs = where(C, MainMask)) {
        Finding F = begin(C, *Runs, ", where its receiver lives: it waits for itself");
        F.Advice = "use Qt::AutoConnection, or call it directly when QThread::currentThread() is the receiver's thread";
        home(C, F);
        report(C, std::move(F));
      }
      return;
    }
    if (C.Receiver.Kind != HomeKind::Worker)
      return;
    auto Runs = where(C, maskOf(Ctx::Worker));
    FunctionId From = from(C);
    if (!Runs || !From || !same(threadOf(From, *Runs), threadOf(C.Receiver)) || asks(P[C.Site].Caller))
      return;
    Finding F = begin(C, *Runs, ", the one its receiver lives in: it waits for itself");
    F.Advice = "use Qt::AutoConnection, or call it directly when QThread::currentThread() is the receiver's thread";
    home(C, F);
    report(C, std::move(F));
  }

  void home(const Connection &C, Finding &F) const {
    if (!C.Receiver.Because)
      return;
    const Site &B = P[C.Receiver.Because];
    F.Related.push_back({sourcePlace(P, B.At, B.End),
                         C.Receiver.Why.empty() ? "the receiver is made here" : C.Receiver.Why,
                         P.name(B.Caller).str()});
  }

  // ---- from a worker to main, while main waits for that worker ----

  const Contexts &below(uint32_t Entry) {
    auto &C = Below[Entry];
    if (!C)
      C = std::make_unique<Contexts>(*I.Gr, Contexts::Search{.Entry = Entry});
    return *C;
  }

  /// Where the thread comes to the connection's emission or to the invocation.
  std::optional<Ctx> reached(const Connection &C, const Contexts &In) const {
    FunctionId From = from(C);
    if (C.Form == ConnectionForm::Invocation)
      return surest(S, P, C.Through ? C.Through : C.Site, Threads, &In);
    for (unsigned X = 0; From && X < unsigned(Ctx::Count); ++X)
      if ((Threads & maskOf(Ctx(X))) && In.state(From, Ctx(X)))
        return Ctx(X);
    return std::nullopt;
  }

  /// The thread that main joins comes to the connection.
  void joined(const Connection &C, const Waiting &Wait, ArrayRef<uint32_t> Entries, std::vector<MainEnd> &Ends) {
    for (uint32_t Entry : Entries)
      if (auto Runs = reached(C, below(Entry)))
        Ends.push_back({Wait.Site,
                        std::min(meets(Wait.Site), Entries.size() == 1 ? Confidence::High : Confidence::Medium),
                        "waits here for the end of that thread",
                        "use Qt::QueuedConnection, or let the main thread go on until the thread has finished",
                        &below(Entry), *Runs});
  }

  /// The worker would wake main, but comes to the connection before.
  void woken(const Connection &C, const Waiting &Wait, Ctx Runs, const MainNeeds &Needs,
             std::vector<MainEnd> &Ends) const {
    auto Wakers = W.wakersOf(Wait);
    if (Wakers.empty() || any_of(Wakers, [&](SiteId Waker) {
          auto X = surest(S, P, Waker, Threads);
          return !X || (S.contextsAt(Waker) & MainMask) || !Needs.onTheWayTo(Waker, *X);
        }))
      return;
    Ends.push_back({Wait.Site, std::min(meets(Wait.Site), Confidence::Medium),
                    "waits here for " + W.describe(Wait) + ", which that thread wakes only afterwards",
                    "use Qt::QueuedConnection, or wake the main thread before", nullptr, Runs});
  }

  MainNeeds needs(const Connection &C) const {
    std::vector<NeedOfMain> Calls;
    if (C.Form == ConnectionForm::Invocation)
      Calls.push_back({C.Through ? C.Through : C.Site, "", SiteId()});
    else if (C.Signal)
      for (SiteId Emission : T.directCallers(C.Signal))
        Calls.push_back({Emission, "", SiteId()});
    return MainNeeds(P, S, std::move(Calls));
  }

  void cycle(const Connection &C, ArrayRef<const Connection *> ToWorkers) {
    auto Runs = C.Receiver.Kind == HomeKind::Main ? where(C, Threads) : std::nullopt;
    if (!Runs)
      return;
    FunctionId From = from(C);
    WorkerThread Worker;
    if (From && (S.contexts(From) & maskOf(*Runs)))
      Worker = threadOf(From, *Runs);
    else
      Worker.Variable = T.cellOf(T.strip(C.SenderValue.Value)); // a QThread's own signal
    std::vector<MainEnd> Ends;
    MainNeeds Needs = needs(C);
    for (const Waiting &Wait : MainWaits) {
      auto Entries = W.threadsOf(Wait);
      const Site &At = P[Wait.Site];
      ValueId On = At.Receiver ? At.Receiver : P.arg(At, 0);
      if (Worker.Variable && T.contract(At).What == Role::Join && T.cellOf(T.strip(On)) == Worker.Variable)
        Ends.push_back({Wait.Site, meets(Wait.Site), "waits here for the end of that thread",
                        "use Qt::QueuedConnection, or let the main thread go on until the thread has finished", nullptr,
                        *Runs});
      else if (!Entries.empty())
        joined(C, Wait, Entries, Ends);
      else
        woken(C, Wait, *Runs, Needs, Ends);
    }
    for (const Connection *To : ToWorkers)
      if (same(threadOf(To->Receiver), Worker))
        Ends.push_back({To->Site, Confidence::High, "waits here for a slot in that thread",
                        "make one of the two Qt::QueuedConnection", nullptr, *Runs});
    if (!Ends.empty())
      close(C, *llvm::min_element(Ends));
  }

  /// The calls on the worker's way to the emission or invocation, innermost first.
  SmallVector<SiteId, 8> way(const Connection &C, Ctx Runs) const {
    SmallVector<SiteId, 8> Calls;
    if (C.Form == ConnectionForm::Invocation)
      Calls.push_back(C.Through ? C.Through : C.Site);
    FunctionId From = from(C);
    for (const Reached *R = From ? I.C->state(From, Runs) : nullptr; R && R->Previous != UINT32_MAX;) {
      const Reached *Before = &I.C->states()[R->Previous];
      if (R->Via != UINT32_MAX && I.Gr->Edges[R->Via].How == Hop::ToWorker)
        break;
      if (P[R->Site].Caller == Before->Function)
        Calls.push_back(R->Site);
      R = Before;
    }
    return Calls;
  }

  /// The worker holds a mutex that the slot takes.
  void underMutex(const Connection &C) {
    auto Runs = C.Receiver.Kind == HomeKind::Main ? where(C, Threads) : std::nullopt;
    if (!Runs)
      return;
    Mutexes M(P, S);
    for (SiteId Call : way(C, *Runs))
      for (SiteId Lock : M.heldAt(Call))
        for (FunctionId Slot : C.Slots)
          if (SiteId Taken = M.takenBelow(Slot, M.taken(Lock))) {
            Finding F = begin(C, *Runs,
                              " with a mutex held that the slot takes as well: it waits for a slot that waits for it");
            F.Sure = std::min(F.Sure, Confidence::Medium);
            F.Assumptions.push_back("that both take the mutex of the same object");
            F.Advice = "use Qt::QueuedConnection, or let go of the mutex before";
            F.Related.push_back(
                {sourcePlace(P, P[Lock].At, P[Lock].End), "the mutex is taken here", P.name(P[Lock].Caller).str()});
            F.Related.push_back({sourcePlace(P, P[Taken].At, P[Taken].End), "and taken here, in or below the slot",
                                 P.name(P[Taken].Caller).str()});
            return report(C, std::move(F));
          }
  }

  void close(const Connection &C, const MainEnd &End) {
    Finding F = begin(C, End.Runs, " and waits for the main thread, which can be waiting for that thread", End.In);
    F.Advice = End.Advice;
    if (End.Sure < F.Sure) {
      F.Sure = End.Sure;
      F.Assumptions.push_back("that the thread is still at work when the main thread waits");
    }
    const Site &At = P[End.Wait];
    if (auto Main = surest(S, P, End.Wait, MainMask))
      F.Counterpart = S.witness(At.Caller, *Main);
    F.Counterpart.push_back({sourcePlace(P, At.At, At.End), "the main thread " + End.Text, P.name(At.Caller).str()});
    report(C, std::move(F));
  }
};

} // namespace

void checkQtBlockingConnection(const Program &P, const Solution &S, std::vector<Finding> &Out) {
  Blocking B(P, S);
  std::vector<const Connection *> All, ToWorkers;
  for (const Connection &C : S.connections())
    if (C.Type == Delivery::Blocking && ours(P, P[C.Site])) {
      All.push_back(&C);
      if (C.Receiver.Kind == HomeKind::Worker && (S.emittedIn(C) & MainMask))
        ToWorkers.push_back(&C);
    }
  llvm::stable_sort(ToWorkers, [](const Connection *A, const Connection *C) { return A->Site < C->Site; });
  for (const Connection *C : All) {
    B.ownThread(*C);
    B.cycle(*C, ToWorkers);
    B.underMutex(*C);
  }
  for (auto &[Site, F] : B.Found)
    Out.push_back(std::move(F));
}

} // namespace offmain
