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
#include "checks/Common.h"
#include "solve/Connections.h"
#include "llvm/ADT/STLExtras.h"
#include <map>

using namespace llvm;

namespace offmain {

namespace {

/// What is known of one worker thread.
struct WorkerThread {
  Cell Variable = 0; ///< the QThread an object was moved to
  RecordId Heir;     ///< the thread class whose run() it is
  SiteId Spawn;      ///< the call that started it
  RecordId Object;   ///< the class of the object whose slot began it
};

struct Blocking {
  const Program &P;
  const Solution &S;
  const Solution::Impl &I;
  const Tables &T;
  std::vector<SiteId> MainWaits; ///< calls on main that wait for something without end
  std::map<SiteId, Finding> Found;

  Blocking(const Program &P, const Solution &S) : P(P), S(S), I(S.impl()), T(*S.impl().T) {
    for (uint32_t N = 0; N < P.Sites.size(); ++N)
      if (ours(P, P.Sites[N]) && S.contexts(P.Sites[N].Caller) && endless(P.Sites[N]) &&
          (S.contextsAt(SiteId(N)) & MainMask))
        MainWaits.push_back(SiteId(N));
  }

  bool endless(const Site &At) const {
    const Contract &C = T.contract(At);
    if (C.Blocking == Blocks::Unbounded)
      return true;
    if (C.What != Role::Join || C.Blocking != Blocks::Bounded)
      return false;
    ValueId V = C.BoundArg >= 0 ? P.arg(At, C.BoundArg) : ValueId();
    // Left out, the time is the largest there is.
    return !V || P[V].Kind != ValueKind::Int || P[V].B != 0;
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
      if (E.Site)
        Out.Spawn = E.Site;
      else
        Out.Heir = P[E.Function].Record;
      return Out;
    }
    return {};
  }

  bool same(const WorkerThread &A, const WorkerThread &B) const {
    return (A.Variable && A.Variable == B.Variable) || (A.Heir && A.Heir == B.Heir) ||
           (A.Spawn && A.Spawn == B.Spawn) || (A.Object && A.Object == B.Object);
  }

  /// The value, kept in this variable or made there, is the thread (or the future) that the call Spawn started.
  bool startedBy(SiteId Spawn, FunctionId Frame, ValueId V) const {
    auto Made = [&](ValueId X) { return X && P[X].Kind == ValueKind::CallResult && P[X].A == Spawn.Index; };
    if (Made(T.strip(V)))
      return true;
    for (const FramedValue &Source : I.Fl->sources(Frame, V))
      if (Made(Source.Value))
        return true;
    Cell C = T.cellOf(T.strip(V));
    if (!C)
      return false;
    const Site &At = P[Spawn];
    if (At.Receiver && T.cellOf(At.Receiver) == C)
      return true;
    if (ValueId First = P.arg(At, 0); First && P[First].Kind == ValueKind::AddressOf && T.cellOf(First) == C)
      return true;
    // m_thread = std::thread(...), m_future = QtConcurrent::run(...)
    return any_of(T.sitesOf(At.Caller), [&](SiteId Id) {
      const Site &Assign = P[Id];
      return Assign.Callee && Assign.Receiver && T.shortName(Assign.Callee) == "operator=" &&
             T.cellOf(Assign.Receiver) == C && Made(T.strip(P.arg(Assign, 0)));
    });
  }

  /// Does main's call wait for the end of that thread?
  bool waitsFor(SiteId Wait, const WorkerThread &Worker) const {
    const Site &At = P[Wait];
    ValueId V = At.Receiver ? At.Receiver : P.arg(At, 0);
    if (!V)
      return false;
    if (Worker.Spawn)
      return startedBy(Worker.Spawn, At.Caller, V);
    if (T.contract(At).What != Role::Join)
      return false;
    if (Worker.Variable && T.cellOf(T.strip(V)) == Worker.Variable)
      return true;
    auto IsHeir = [&](ValueId X) {
      RecordId R = T.recordOf(X);
      return R && Worker.Heir && !P[R].is(RecordFlag::Outside) && T.related(R, Worker.Heir);
    };
    return IsHeir(V) ||
           any_of(I.Fl->sources(At.Caller, V), [&](const FramedValue &X) { return X.Value && IsHeir(X.Value); });
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

  /// How sure it is that main's call meets the worker's: in straight start-up code, or when the loop has ended, most often
  /// nothing is under way; what an object waits for while it dies, less so.
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

  /// The chain to the signal or to the invocation, and with it how sure it is.
  Finding begin(const Connection &C, Ctx Runs, const std::string &Why) const {
    bool Invoked = C.Form == ConnectionForm::Invocation;
    std::string Message = subject(C) + " on " + describe(Runs).str() + Why;
    if (Invoked && !C.Through)
      return findingAt(P, S, C.Site, Runs, "qt-blocking-connection", Level::Error, Message);
    const Site &At = P[C.Site];
    Finding F;
    F.Rule = "qt-blocking-connection";
    F.Severity = Level::Error;
    F.At = sourcePlace(P, At.At, At.End);
    F.Message = Message;
    F.Function = P.name(At.Caller).str();
    F.Callee = P.name(At.Callee).str();
    FunctionId From = Invoked ? P[C.Through].Caller : C.Signal;
    if (From && (S.contexts(From) & maskOf(Runs))) {
      F.Sure = S.confidence(From, Runs);
      F.Witness = S.witness(From, Runs);
      F.Assumptions = S.assumptions(From, Runs);
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
    FunctionId From = C.Form == ConnectionForm::Invocation ? P[C.Through ? C.Through : C.Site].Caller : C.Signal;
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

  /// From a worker to main, while main waits for that worker.
  void cycle(const Connection &C, ArrayRef<const Connection *> ToWorkers) {
    if (C.Receiver.Kind != HomeKind::Main)
      return;
    auto Runs = where(C, maskOf(Ctx::Worker));
    FunctionId From = C.Form == ConnectionForm::Invocation ? P[C.Through ? C.Through : C.Site].Caller : C.Signal;
    if (!Runs)
      return;
    WorkerThread Worker = From ? threadOf(From, *Runs) : WorkerThread();
    if (!From || !(S.contexts(From) & maskOf(*Runs))) {
      Worker = WorkerThread();
      Worker.Variable = T.cellOf(T.strip(C.SenderValue.Value)); // a QThread's own signal
    }
    auto Close = [&](SiteId Wait, const std::string &Text, StringRef Advice) {
      Finding F = begin(C, *Runs, " and waits for the main thread, which can be waiting for that thread");
      F.Advice = Advice.str();
      if (Confidence Sure = meets(Wait); Sure < F.Sure) {
        F.Sure = Sure;
        F.Assumptions.push_back("that the thread is still at work when the main thread waits");
      }
      F.Related.push_back({sourcePlace(P, P[Wait].At, P[Wait].End), Text, P.name(P[Wait].Caller).str()});
      report(C, std::move(F));
    };
    const SiteId *Surest = nullptr;
    for (const SiteId &Wait : MainWaits)
      if (waitsFor(Wait, Worker) && (!Surest || meets(Wait) > meets(*Surest)))
        Surest = &Wait;
    if (Surest)
      Close(*Surest, "the main thread waits here for the end of that thread",
            "use Qt::QueuedConnection, or let the main thread go on until the thread has finished");
    for (const Connection *To : ToWorkers)
      if (same(threadOf(To->Receiver), Worker))
        return Close(To->Site, "the main thread waits here for a slot in that thread",
                     "make one of the two Qt::QueuedConnection");
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
  }
  for (auto &[Site, F] : B.Found)
    Out.push_back(std::move(F));
}

} // namespace offmain
