// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// main-loop-off-main-thread: the toolkit initialised, its main loop run, or the default main context iterated from a
// worker (https://docs.gtk.org/glib/method.MainContext.iteration.html, https://doc.qt.io/qt-6/qapplication.html).
#include "checks/Common.h"

using namespace llvm;

namespace offmain {

/// The context of the site's caller in a thread that runs the GUI in place of main.
static std::optional<Ctx> guiThread(const Program &P, const Solution &S, SiteId Site) {
  uint32_t Entry = S.entryOf(P[Site].Caller, Ctx::Startup);
  if (Entry == UINT32_MAX || !S.impl().GuiThreads.contains(S.entries()[Entry].Function.Index))
    return std::nullopt;
  return Ctx::Startup;
}

void checkMainLoopOffMainThread(const Program &P, const Solution &S, std::vector<Finding> &Out) {
  eachSite(P, S, [&](SiteId Id, const Site &At, const Contract &C) {
    std::string What;
    switch (C.What) {
    case Role::ToolkitInit:
      What = " initialises the GUI toolkit on ";
      break;
    case Role::ToolkitLoop:
      What = " runs the main loop on ";
      break;
    case Role::IterateContext:
      What = " iterates the default main context on ";
      break;
    case Role::LoopRun:
      What = " runs the main loop on ";
      break;
    default:
      return;
    }
    if (At.is(SiteFlag::Destructor) || (C.What != Role::ToolkitInit && !servesDefaultContext(P, S, At, C)))
      return;
    auto Where = surest(S, P, Id, OffMainMask & ~maskOf(Ctx::Forked));
    if (!Where)
      Where = guiThread(P, S, Id);
    if (!Where)
      return;
    Ctx Runs = *S.impl().G->at(Id).through(*Where);
    if (maskOf(Runs) & MainMask)
      Runs = Ctx::Worker; // a thread that runs the GUI in place of main
    Finding F = findingAt(P, S, Id, *Where, "main-loop-off-main-thread", Level::Error,
                          called(P, At) + What + describe(Runs).str());
    F.Advice = "initialise and run the toolkit on the main thread and start workers from there";
    Out.push_back(std::move(F));
  });
}

} // namespace offmain
