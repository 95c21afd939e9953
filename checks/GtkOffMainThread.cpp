// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// gtk-off-main-thread: a GTK/GDK call that can run outside the main thread. GTK 3.6 and later: all calls from the
// main thread only (https://docs.gtk.org/gdk3/func.threads_init.html, https://docs.gtk.org/gtk4/question_index.html).
// A worker that holds the GDK lock is legal in GTK 2 and 3: gdk-threads-deprecated speaks of it.
#include "checks/Common.h"

using namespace llvm;

namespace offmain {

void checkGtkOffMainThread(const Program &P, const Solution &S, std::vector<Finding> &Out) {
  const Tables &T = *S.impl().T;
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
  eachSite(P, S, [&](SiteId Id, const Site &At, const Contract &C) {
    if (C.RunsOn == Thread::Main && C.Kit == Toolkit::Gtk && C.What != Role::ToolkitInit &&
        C.What != Role::ToolkitLoop && C.What != Role::IterateContext)
      return Report(Id, At, called(P, At));
    // Making, changing or dropping a widget through GObject is a GTK call as well.
    if (C.What != Role::GNewObject && C.What != Role::GSetProperty && C.What != Role::GUnref)
      return;
    ValueId Object = T.strip(P.arg(At, 0));
    if (C.What == Role::GNewObject) {
      if (!Object || P[Object].Kind != ValueKind::CallResult || !P.Sites[P[Object].A].Callee)
        return;
      FunctionId GetType = P.Sites[P[Object].A].Callee;
      StringRef Name = P.name(GetType);
      if (Name.starts_with("gtk_") && Name.ends_with("_get_type") && P[GetType].is(FunctionFlag::Outside) &&
          !Name.contains("store_get_type"))
        Report(Id, At, called(P, At) + " of a GTK type");
      return;
    }
    if (T.affinity(T.recordOf(P.arg(At, 0))) == ModelSet::Affinity::Gui)
      Report(Id, At, called(P, At) + " on a widget");
  });
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
