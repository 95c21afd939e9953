// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// qobject-wrong-thread: an affine QObject used outside the thread it lives in
// (https://doc.qt.io/qt-6/threads-qobject.html: "timers and socket notifiers are thread-affine", "the child of a
// QObject must always be created in the thread where the parent was created", "you must not delete an object from
// another thread"). Reported only where both threads are known: the caller's and the object's home.
#include "checks/QtUse.h"

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
}

} // namespace offmain
