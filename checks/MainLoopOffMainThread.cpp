// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// main-loop-off-main-thread: the toolkit initialised, its main loop run, or the default main context iterated from a
// worker (https://docs.gtk.org/glib/method.MainContext.iteration.html, https://doc.qt.io/qt-6/qapplication.html).
#include "checks/Common.h"

using namespace llvm;

namespace offmain {

void checkMainLoopOffMainThread(const Program &P, const Solution &S, std::vector<Finding> &Out) {
  const Tables &T = *S.impl().T;
  eachSite(P, S, [&](SiteId Id, const Site &At, const Contract &C) {
    std::string What;
    switch (C.What) {
    case Role::ToolkitInit:
      What = " initialises the GUI toolkit on ";
      break;
    case Role::ToolkitLoop:
      What = " runs the main loop on ";
      break;
    case Role::IterateContext: {
      // NULL: the default context, which is main's.
      ValueId Context = T.strip(P.arg(At, 0));
      bool Default = Context && (P[Context].Kind == ValueKind::Null ||
                                 (P[Context].Kind == ValueKind::Int && !P[Context].A) ||
                                 (P[Context].Kind == ValueKind::CallResult &&
                                  T.contract(P.Sites[P[Context].A]).What == Role::DefaultContext));
      if (!Default)
        return;
      What = " iterates the default main context on ";
      break;
    }
    default:
      return;
    }
    if (At.is(SiteFlag::Destructor))
      return;
    auto Where = surest(S, P, Id, OffMainMask & ~maskOf(Ctx::Forked));
    if (!Where)
      return;
    Ctx Runs = *S.impl().G->at(Id).through(*Where);
    Finding F = findingAt(P, S, Id, *Where, "main-loop-off-main-thread", Level::Error,
                          called(P, At) + What + describe(Runs).str());
    F.Advice = "initialise and run the toolkit on the main thread and start workers from there";
    Out.push_back(std::move(F));
  });
}

} // namespace offmain
