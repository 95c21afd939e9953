// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "checks/QtUse.h"
#include "solve/Connections.h"
#include "llvm/ADT/STLExtras.h"

using namespace llvm;

namespace offmain {

namespace {

constexpr CtxMask OffGui = OffMainMask & ~maskOf(Ctx::Forked);

/// A call on a GUI class as the models or its receiver's class know it; what is generated or deleted goes by its class.
bool guiCall(const Program &P, const Solution &S, const Site &At) {
  const Tables &T = *S.impl().T;
  bool OfGui = At.Callee && T.affinity(P[At.Callee].Record) == ModelSet::Affinity::Gui;
  bool Generated = OfGui && At.is(SiteFlag::Constructor) && !At.is(SiteFlag::BaseInit) &&
                   P[At.Callee].is(FunctionFlag::Implicit) && P[At.Callee].hasBody();
  if (Generated || (OfGui && At.is(SiteFlag::Delete)))
    return true;
  auto Gui = [](const Contract &C) {
    return C.RunsOn == Thread::Main && C.Kit == Toolkit::Qt && C.What != Role::ToolkitInit &&
           C.What != Role::ToolkitLoop;
  };
  const Contract &Named = T.contract(At);
  if (Named.RunsOn != Thread::Unset)
    return Gui(Named);
  return At.Receiver && T.affinity(T.recordOf(At.Receiver)) == ModelSet::Affinity::Gui &&
         Gui(receiverContract(P, S, At));
}

/// A smart pointer that destroys the widget it owns, by name (reset()): the end of its own scope is not a line to
/// report.
RecordId destroyedWidget(const Program &P, const Solution &S, SiteId Id) {
  const Tables &T = *S.impl().T;
  if (!llvm::binary_search(T.ownerSites(), Id))
    return {};
  RecordId R = T.owned(P[Id].Receiver);
  return !P[Id].is(SiteFlag::Implicit) && T.affinity(R) == ModelSet::Affinity::Gui ? R : RecordId();
}

/// Contexts that are certainly not where the object lives.
CtxMask elsewhere(const Home &Lives) {
  switch (Lives.Kind) {
  case HomeKind::Main:
    return OffGui;
  case HomeKind::Worker:
    return MainMask;
  case HomeKind::Unknown:
  case HomeKind::Here:
    return 0;
  }
  return 0;
}

std::optional<QtUse> livesElsewhere(const Program &P, SiteId Id, Home Lives, const std::string &What,
                                    const std::string &Doing, StringRef Advice) {
  // Set up before it is moved, in the same function: that is the order the documentation asks for.
  if (Lives.Because && P[Lives.Because].Caller == P[Id].Caller && Id < Lives.Because)
    return std::nullopt;
  QtUse U;
  U.Wrong = elsewhere(Lives);
  if (!U.Wrong)
    return std::nullopt;
  U.What = What;
  U.Doing = Doing;
  U.Why = std::string("the object lives in ") + (Lives.Kind == HomeKind::Main ? "the main thread" : "another thread");
  U.Advice = Advice.str();
  U.Lives = std::move(Lives);
  return U;
}

} // namespace

void noteCause(const Program &P, const Solution &S, SiteId Id, Ctx C, Finding &F) {
  if (const Connection *Cause = S.causeOf(P[Id].Caller, C))
    F.Cause = sourcePlace(P, P[Cause->Site].At, P[Cause->Site].End);
}

std::optional<QtUse> guiUse(const Program &P, const Solution &S, SiteId Id) {
  const Site &At = P[Id];
  if (!ours(P, At))
    return std::nullopt;
  QtUse U;
  U.Wrong = OffGui;
  U.Why = "Qt's GUI classes may only be used on the main thread";
  if (RecordId R = destroyedWidget(P, S, Id)) {
    U.What = "a " + P.name(R).str() + " is destroyed";
    U.Doing = "destroys a " + P.name(R).str();
    U.Advice = "call deleteLater() on it";
    return U;
  }
  // A constructor that nobody wrote is no place to show: what it does happens where the object is made. What dies by
  // itself at the end of a scope or with its owner is not a call somebody wrote here.
  if (P[At.Caller].is(FunctionFlag::Implicit) || (At.is(SiteFlag::Destructor) && At.is(SiteFlag::Implicit)) ||
      !guiCall(P, S, At))
    return std::nullopt;
  U.What = called(P, At) + " is called";
  U.Doing = "calls " + called(P, At);
  U.Advice = "post the call with QMetaObject::invokeMethod(object, [...] { ... }, Qt::QueuedConnection) or a signal";
  if (At.Callee && P[At.Callee].Record)
    if (auto Own = S.models().words(P.name(P[At.Callee].Record))) {
      U.Why = Own->Called.str() + " belong to the GUI thread";
      U.Advice = Own->Advice.str();
    }
  return U;
}

SmallVector<QtUse, 2> affineUses(const Program &P, const Solution &S, SiteId Id) {
  const Solution::Impl &I = S.impl();
  SmallVector<QtUse, 2> Uses;
  auto Add = [&](std::optional<QtUse> U) {
    if (U)
      Uses.push_back(std::move(*U));
  };
  const Site &At = P[Id];
  if (!ours(P, At) || !At.Callee || !P[At.Callee].Record)
    return Uses;
  const Contract &C = I.T->contract(At);
  RecordId Class = P[At.Callee].Record;
  std::string Name = "a " + P.name(Class).str();
  bool Gui = I.T->affinity(Class) == ModelSet::Affinity::Gui;
  bool Affine = Gui || I.T->affinity(Class) == ModelSet::Affinity::Affine;
  if (At.is(SiteFlag::Constructor)) {
    // A child is made where its parent lives: the cause is where it is made, not each base constructor it runs. A
    // widget's own rule speaks of widgets.
    ValueId Parent = !Affine || Gui || At.is(SiteFlag::BaseInit) ? ValueId() : I.H->parentArgument(At);
    if (!Parent)
      return Uses;
    Add(livesElsewhere(P, Id, I.H->ofValue(At.Caller, Parent), Name + " is made as a child of an object",
                       "makes " + Name + " as a child of an object",
                       "make it without a parent, or make it on the parent's thread"));
    return Uses;
  }
  if (At.is(SiteFlag::Delete)) {
    if (!Affine || Gui || !At.Receiver || At.is(SiteFlag::Implicit)) // widgets: guiUse()
      return Uses;
    Add(livesElsewhere(P, Id, I.H->ofValue(At.Caller, At.Receiver), Name + " is deleted", "deletes " + Name,
                       "call deleteLater() on it"));
    return Uses;
  }
  if (At.is(SiteFlag::Destructor) || !At.Receiver)
    return Uses;
  if (C.What == Role::QtSetParent) {
    // Both ends have to live here; the object itself was most often just made.
    Add(livesElsewhere(P, Id, I.H->ofValue(At.Caller, P.arg(At, 0)), "an object is given a parent",
                       "gives an object a parent",
                       "make the object on the parent's thread, or leave it without a parent"));
  }
  if (C.RunsOn != Thread::Owner && (C.RunsOn != Thread::Unset || receiverContract(P, S, At).RunsOn != Thread::Owner))
    return Uses;
  Add(livesElsewhere(P, Id, I.H->ofValue(At.Caller, At.Receiver), called(P, At) + " is called",
                     "calls " + called(P, At),
                     "call it in the object's own thread: a queued QMetaObject::invokeMethod(), or a signal"));
  return Uses;
}

} // namespace offmain
