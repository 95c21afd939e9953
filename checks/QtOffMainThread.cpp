// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// qt-off-main-thread: a call on a GUI-thread-only class outside the main thread: "QWidget and all its subclasses can
// only be used from the main thread" (https://doc.qt.io/qt-6/thread-basics.html#gui-thread-and-worker-thread).
#include "checks/Common.h"

using namespace llvm;

namespace offmain {

namespace {
/// Pixmaps may be used in threads where the platform says so (QPlatformIntegration::ThreadedPixmaps,
/// https://doc.qt.io/qt-5/threads-modules.html): still reported, with the words that fit.
bool pixmapClass(StringRef Class) {
  return Class == "QPixmap" || Class == "QBitmap" || Class == "QIcon" || Class == "QPixmapCache";
}
} // namespace

/// What a generated constructor or the destructor of a widget heir promises: what the widget's own does.
static const Contract &generatedConstructor() {
  static const Contract C = [] {
    Contract Made;
    Made.RunsOn = Thread::Main;
    Made.Kit = Toolkit::Qt;
    return Made;
  }();
  return C;
}

/// A smart pointer that destroys the widget it owns, by name (reset()): the end of its own scope is not a line to report.
static void deletedWidgets(const Program &P, const Solution &S, std::vector<Finding> &Out) {
  const Tables &T = *S.impl().T;
  for (SiteId Id : T.ownerSites()) {
    const Site &At = P[Id];
    RecordId R = T.owned(At.Receiver);
    if (At.is(SiteFlag::Implicit) || !ours(P, At) || T.affinity(R) != ModelSet::Affinity::Gui)
      continue;
    auto C = surest(S, P, Id, OffMainMask & ~maskOf(Ctx::Forked));
    if (!C)
      continue;
    Finding F = findingAt(P, S, Id, *C, "qt-off-main-thread", Level::Error,
                          "a " + P.name(R).str() + " is destroyed on " + describe(*S.impl().G->at(Id).through(*C)).str() +
                              "; Qt's GUI classes may only be used on the main thread");
    F.Advice = "call deleteLater() on it";
    Out.push_back(std::move(F));
  }
}

void checkQtOffMainThread(const Program &P, const Solution &S, std::vector<Finding> &Out) {
  const Tables &T = *S.impl().T;
  eachSite(P, S, [&](SiteId Id, const Site &At, const Contract &) {
    // A constructor that nobody wrote is no place to show: what it does happens where the object is made.
    if (P[At.Caller].is(FunctionFlag::Implicit))
      return;
    bool Generated = At.Callee && At.is(SiteFlag::Constructor) && !At.is(SiteFlag::BaseInit) &&
                     P[At.Callee].is(FunctionFlag::Implicit) && P[At.Callee].hasBody() &&
                     T.affinity(P[At.Callee].Record) == ModelSet::Affinity::Gui;
    bool Deleted = At.is(SiteFlag::Delete) && At.Callee && T.affinity(P[At.Callee].Record) == ModelSet::Affinity::Gui;
    const Contract &Named = Generated || Deleted ? generatedConstructor() : T.contract(At);
    Contract Inherited;
    if (Named.RunsOn == Thread::Unset && At.Receiver && T.affinity(T.recordOf(At.Receiver)) == ModelSet::Affinity::Gui)
      Inherited = receiverContract(P, S, At);
    const Contract &C = Named.RunsOn == Thread::Unset ? Inherited : Named;
    if (C.RunsOn != Thread::Main || C.Kit != Toolkit::Qt || C.What == Role::ToolkitInit || C.What == Role::ToolkitLoop)
      return;
    // What dies by itself at the end of a scope or with its owner is not a call somebody wrote here.
    if (At.is(SiteFlag::Destructor) && At.is(SiteFlag::Implicit))
      return;
    auto Ctx = surest(S, P, Id, OffMainMask & ~maskOf(Ctx::Forked));
    if (!Ctx)
      return;
    offmain::Ctx Runs = *S.impl().G->at(Id).through(*Ctx);
    StringRef Class = At.Callee && P[At.Callee].Record ? P.name(P[At.Callee].Record) : StringRef();
    bool Pixmap = pixmapClass(Class);
    std::string Why = Pixmap ? "; pixmaps and icons belong to the GUI thread"
                             : "; Qt's GUI classes may only be used on the main thread";
    Finding F = findingAt(P, S, Id, *Ctx, "qt-off-main-thread", Level::Error,
                          called(P, At) + " is called on " + describe(Runs).str() + Why);
    F.Advice = Pixmap ? "use QImage in the thread and convert it on the main thread"
                      : "post the call with QMetaObject::invokeMethod(object, [...] { ... }, Qt::QueuedConnection) or a signal";
    Out.push_back(std::move(F));
  });
  for (const HandedOver &H : handedOver(P, S, Toolkit::Qt)) {
    Finding F = findingAt(P, S, H.Site, H.Caller, "qt-off-main-thread", Level::Error,
                          P.name(H.Function).str() + "() is handed over here and called on " + describe(H.Runs).str() +
                              "; Qt's GUI classes may only be used on the main thread");
    F.Callee = P.name(H.Function).str();
    Out.push_back(std::move(F));
  }
  deletedWidgets(P, S, Out);
}

} // namespace offmain
