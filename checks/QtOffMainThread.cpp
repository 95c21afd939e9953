// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// qt-off-main-thread: a call on a GUI-thread-only class outside the main thread: "QWidget and all its subclasses can
// only be used from the main thread" (https://doc.qt.io/qt-6/thread-basics.html#gui-thread-and-worker-thread).
#include "checks/QtUse.h"

using namespace llvm;

namespace offmain {

void checkQtOffMainThread(const Program &P, const Solution &S, std::vector<Finding> &Out) {
  eachSite(P, S, [&](SiteId Id, const Site &, const Contract &) {
    auto Use = guiUse(P, S, Id);
    auto C = Use ? surest(S, P, Id, Use->Wrong) : std::nullopt;
    if (!C)
      return;
    Finding F = findingAt(P, S, Id, *C, "qt-off-main-thread", Level::Error,
                          Use->What + " on " + describe(*S.impl().G->at(Id).through(*C)).str() + "; " + Use->Why);
    F.Advice = Use->Advice;
    noteCause(P, S, Id, *C, F);
    Out.push_back(std::move(F));
  });
  for (const HandedOver &H : handedOver(P, S, Toolkit::Qt)) {
    Finding F = findingAt(P, S, H.Site, H.Caller, "qt-off-main-thread", Level::Error,
                          P.name(H.Function).str() + "() is handed over here and called on " + describe(H.Runs).str() +
                              "; Qt's GUI classes may only be used on the main thread");
    F.Callee = P.name(H.Function).str();
    noteCause(P, S, H.Site, H.Caller, F);
    Out.push_back(std::move(F));
  }
}

} // namespace offmain
