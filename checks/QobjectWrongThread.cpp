// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// qobject-wrong-thread: an affine QObject used outside the thread it lives in
// (https://doc.qt.io/qt-6/threads-qobject.html: "timers and socket notifiers are thread-affine", "the child of a
// QObject must always be created in the thread where the parent was created", "you must not delete an object from
// another thread"). Reported only where both threads are known: the caller's and the object's home.
#include "checks/QtUse.h"
#include "solve/Connections.h"
#include "llvm/ADT/STLExtras.h"

using namespace llvm;

namespace offmain {

/// The moveToThread(this) that left a member of its own behind.
static SourcePlace leftBehindBy(const Program &P, const Solution &S, const Site &At) {
  const Tables &T = *S.impl().T;
  ValueId V = T.strip(At.Receiver);
  SiteId Move = V && P[V].Kind == ValueKind::Field ? S.impl().H->movesItself(P[At.Caller].Record) : SiteId();
  ValueId To = Move ? T.strip(P.arg(P[Move], 0)) : ValueId();
  return To && P[To].Kind == ValueKind::This ? sourcePlace(P, P[Move].At, P[Move].End) : SourcePlace();
}

static std::optional<Finding> findingFor(const Program &P, const Solution &S, SiteId Id, const QtUse &Use) {
  auto C = surest(S, P, Id, Use.Wrong);
  if (!C)
    return std::nullopt;
  // Straight start-up code before a worker runs sets things up; only what is called later meets its loop.
  Ctx Runs = *S.impl().G->at(Id).through(*C);
  if (Use.Lives.Kind == HomeKind::Worker && Runs == Ctx::Startup)
    return std::nullopt;
  Finding F = findingAt(P, S, Id, *C, "qobject-wrong-thread", Level::Error,
                        Use.What + " on " + describe(Runs).str() + ", but " + Use.Why);
  F.Advice = Use.Advice;
  F.Cause = leftBehindBy(P, S, P[Id]);
  if (!F.Cause.Line)
    noteCause(P, S, Id, *C, F);
  if (Use.Lives.Because) {
    const Site &B = P[Use.Lives.Because];
    F.Related.push_back(
        {sourcePlace(P, B.At, B.End), Use.Lives.Why.empty() ? "made here" : Use.Lives.Why, P.name(B.Caller).str()});
  }
  return F;
}

/// A thread that the toolkit does not run has no event loop of its: what asks for a timer there waits for ever. By name
/// the timer is made in the calling thread; with a functor it goes to the receiver's
/// (https://doc.qt.io/qt-6/threads-qobject.html#per-thread-event-loop).
static void timersWithoutLoop(const Program &P, const Solution &S, std::vector<Finding> &Out) {
  const Tables &T = *S.impl().T;
  for (SiteId Id : T.sitesWith(Role::QtSingleShot)) {
    const Site &At = P[Id];
    bool ByName = any_of(P.args(At), [&](uint32_t A) { return A != UINT32_MAX && !T.stringOf(ValueId(A)).empty(); });
    auto C = ByName && ours(P, At) ? surest(S, P, Id, maskOf(Ctx::Worker) | maskOf(Ctx::Library)) : std::nullopt;
    uint32_t Entry = C ? S.entryOf(At.Caller, *C) : UINT32_MAX;
    if (Entry == UINT32_MAX)
      continue;
    const EntryPoint &E = S.entries()[Entry];
    if (!E.Site || E.Connection || T.contract(P[E.Site]).Kit == Toolkit::Qt)
      continue;
    Finding F = findingAt(P, S, Id, *C, "qobject-wrong-thread", Level::Error,
                          called(P, At) + " is called by name on " + describe(*C).str() +
                              " that has no event loop of Qt's, so its timer never fires");
    // Without a delay the slot is invoked directly.
    ValueId Delay = P.arg(At, 0);
    if (Delay && P[Delay].Kind == ValueKind::Int && !P[Delay].A && !P[Delay].B) {
      F.Sure = Confidence::Low;
      F.Assumptions.push_back("that a timer is made for a delay of 0");
    }
    F.Advice = "invoke the slot on the receiver's thread with QMetaObject::invokeMethod(), and start the timer there";
    Out.push_back(std::move(F));
  }
}

void checkQobjectWrongThread(const Program &P, const Solution &S, std::vector<Finding> &Out) {
  for (uint32_t N = 0; N < P.Sites.size(); ++N) {
    if (!S.contexts(P.Sites[N].Caller))
      continue;
    for (const QtUse &Use : affineUses(P, S, SiteId(N)))
      if (auto F = findingFor(P, S, SiteId(N), Use)) {
        Out.push_back(std::move(*F));
        break;
      }
  }
  timersWithoutLoop(P, S, Out);
}

} // namespace offmain
