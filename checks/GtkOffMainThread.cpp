// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// gtk-off-main-thread: a GTK/GDK call that can run outside the main thread. GTK 3.6 and later: all calls from the
// main thread only (https://docs.gtk.org/gdk3/func.threads_init.html, https://docs.gtk.org/gtk4/question_index.html).
// A worker that holds the GDK lock is legal in GTK 2 and 3: gdk-threads-deprecated speaks of it.
#include "checks/GuiCalls.h"

using namespace llvm;

namespace offmain {

void checkGtkOffMainThread(const Program &P, const Solution &S, std::vector<Finding> &Out) {
  auto Report = [&](SiteId Id, const Site &At, const std::string &What) {
    CtxMask Wanted = OffMainMask & ~LockedMask & ~maskOf(Ctx::Forked);
    auto C = surest(S, P, Id, Wanted);
    if (!C)
      return;
    Ctx Runs = *S.impl().G->at(Id).through(*C);
    Finding F = findingAt(P, S, Id, *C, "gtk-off-main-thread", Level::Error,
                          What + " is called on " + describe(Runs).str() +
                              "; GTK may only be used on the main thread");
    F.Advice = Runs == Ctx::Signal ? "set a flag or write to a pipe here and act on it in the main loop (g_unix_signal_add())"
                                   : "post the call to the main loop, for example with g_idle_add()";
    Out.push_back(std::move(F));
  };
  eachGtkCall(P, S, Report);
  for (const HandedOver &H : handedOver(P, S, Toolkit::Gtk)) {
    Finding F = findingAt(P, S, H.Site, H.Caller, "gtk-off-main-thread", Level::Error,
                          P.name(H.Function).str() + "() is handed over here and called on " + describe(H.Runs).str() +
                              "; GTK may only be used on the main thread");
    F.Callee = P.name(H.Function).str();
    F.Advice = "post the call to the main loop, for example with g_idle_add()";
    Out.push_back(std::move(F));
  }
}

} // namespace offmain
