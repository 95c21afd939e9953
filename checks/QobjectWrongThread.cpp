// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// qobject-wrong-thread: an affine QObject used outside the thread it lives in
// (https://doc.qt.io/qt-6/threads-qobject.html: "timers and socket notifiers are thread-affine", "the child of a
// QObject must always be created in the thread where the parent was created", "you must not delete an object from
// another thread"). Reported only where both threads are known: the caller's and the object's home.
#include "checks/Common.h"

using namespace llvm;

namespace offmain {

namespace {

struct Wrong {
  const Program &P;
  const Solution &S;
  const Homes &H;
  const Tables &T;
  std::vector<Finding> &Out;

  /// Contexts that are certainly not where the object lives.
  CtxMask elsewhere(const Home &Lives) const {
    switch (Lives.Kind) {
    case HomeKind::Main:
      return OffMainMask & ~maskOf(Ctx::Forked);
    case HomeKind::Worker:
      return MainMask;
    case HomeKind::Unknown:
    case HomeKind::Here:
      return 0;
    }
    return 0;
  }

  /// The moveToThread(this) that left a member of its own behind.
  SourcePlace leftBehindBy(const Site &At) const {
    ValueId V = T.strip(At.Receiver);
    SiteId Move = V && P[V].Kind == ValueKind::Field ? H.movesItself(P[At.Caller].Record) : SiteId();
    ValueId To = Move ? T.strip(P.arg(P[Move], 0)) : ValueId();
    return To && P[To].Kind == ValueKind::This ? sourcePlace(P, P[Move].At, P[Move].End) : SourcePlace();
  }

  void report(SiteId Id, const Site &At, const Home &Lives, const std::string &What, StringRef Advice) {
    // Set up before it is moved, in the same function: that is the order the documentation asks for.
    if (Lives.Because && Lives.Kind == HomeKind::Worker && P[Lives.Because].Caller == At.Caller && Id < Lives.Because)
      return;
    auto C = surest(S, P, Id, elsewhere(Lives));
    if (!C)
      return;
    // Straight start-up code before a worker runs sets things up; only what is called later meets its loop.
    Ctx Runs = *S.impl().G->at(Id).through(*C);
    if (Lives.Kind == HomeKind::Worker && Runs == Ctx::Startup)
      return;
    std::string Home = Lives.Kind == HomeKind::Main ? "the main thread" : "another thread";
    Finding F = findingAt(P, S, Id, *C, "qobject-wrong-thread", Level::Error,
                          What + " on " + describe(Runs).str() + ", but the object lives in " + Home);
    F.Advice = Advice.str();
    F.Cause = leftBehindBy(At);
    if (Lives.Because) {
      const Site &B = P[Lives.Because];
      F.Related.push_back({sourcePlace(P, B.At, B.End), Lives.Why.empty() ? "made here" : Lives.Why, P.name(B.Caller).str()});
    }
    Out.push_back(std::move(F));
  }
};

} // namespace

void checkQobjectWrongThread(const Program &P, const Solution &S, std::vector<Finding> &Out) {
  const Solution::Impl &I = S.impl();
  Wrong W{P, S, *I.H, *I.T, Out};
  for (uint32_t N = 0; N < P.Sites.size(); ++N) {
    const Site &At = P.Sites[N];
    SiteId Id(N);
    if (!ours(P, At) || !At.Callee || !S.contexts(At.Caller))
      continue;
    const Contract &C = I.T->contract(At);
    RecordId Class = P[At.Callee].Record;
    if (!Class)
      continue;
    bool Affine = I.T->affinity(Class) == ModelSet::Affinity::Gui || I.T->affinity(Class) == ModelSet::Affinity::Affine;
    bool Gui = I.T->affinity(Class) == ModelSet::Affinity::Gui;
    if (At.is(SiteFlag::Constructor)) {
      if (!Affine)
        continue;
      // A child is made where its parent lives. A widget's own rule speaks of widgets.
      ValueId Parent = Gui || At.is(SiteFlag::BaseInit) ? ValueId() : I.H->parentArgument(At);
      if (!Parent)
        continue;
      // The cause is where a child is made, not each base constructor it runs.
      W.report(Id, At, I.H->ofValue(At.Caller, Parent), "a " + P.name(Class).str() + " is made as a child of an object",
               "make it without a parent, or make it on the parent's thread");
      continue;
    }
    if (At.is(SiteFlag::Delete)) {
      if (!Affine || Gui || !At.Receiver || At.is(SiteFlag::Implicit)) // widgets: qt-off-main-thread
        continue;
      W.report(Id, At, I.H->ofValue(At.Caller, At.Receiver), "a " + P.name(Class).str() + " is deleted",
               "call deleteLater() on it");
      continue;
    }
    if (At.is(SiteFlag::Destructor) || !At.Receiver)
      continue;
    if (C.What == Role::QtSetParent) {
      // Both ends have to live here; the object itself was most often just made.
      ValueId Parent = P.arg(At, 0);
      Home Lives = I.H->ofValue(At.Caller, Parent);
      size_t Before = Out.size();
      W.report(Id, At, Lives, "an object is given a parent", "make the object on the parent's thread, or leave it without a parent");
      if (Out.size() > Before)
        continue;
    }
    if (C.RunsOn != Thread::Owner && (C.RunsOn != Thread::Unset || receiverContract(P, S, At).RunsOn != Thread::Owner))
      continue;
    W.report(Id, At, I.H->ofValue(At.Caller, At.Receiver), called(P, At) + " is called",
             "call it in the object's own thread: a queued QMetaObject::invokeMethod(), or a signal");
  }
}

} // namespace offmain
