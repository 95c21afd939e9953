// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// qt-off-main-thread: a call on a GUI-thread-only class outside the main thread: "QWidget and all its subclasses can
// only be used from the main thread" (https://doc.qt.io/qt-6/thread-basics.html#gui-thread-and-worker-thread).
#include "checks/GuiCalls.h"

using namespace llvm;

namespace offmain {

namespace {
/// Pixmaps may be used in threads where the platform says so (QPlatformIntegration::ThreadedPixmaps,
/// https://doc.qt.io/qt-5/threads-modules.html): still reported, with the words that fit.
bool pixmapClass(StringRef Class) {
  return Class == "QPixmap" || Class == "QBitmap" || Class == "QIcon" || Class == "QPixmapCache";
}
} // namespace

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
  eachQtGuiCall(P, S, [&](SiteId Id, const Site &At, const std::string &What) {
    auto Ctx = surest(S, P, Id, OffMainMask & ~maskOf(Ctx::Forked));
    if (!Ctx)
      return;
    offmain::Ctx Runs = *S.impl().G->at(Id).through(*Ctx);
    StringRef Class = At.Callee && P[At.Callee].Record ? P.name(P[At.Callee].Record) : StringRef();
    bool Pixmap = pixmapClass(Class);
    std::string Why = Pixmap ? "; pixmaps and icons belong to the GUI thread"
                             : "; Qt's GUI classes may only be used on the main thread";
    Finding F = findingAt(P, S, Id, *Ctx, "qt-off-main-thread", Level::Error,
                          What + " is called on " + describe(Runs).str() + Why);
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
