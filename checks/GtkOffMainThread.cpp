// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// gtk-off-main-thread: a GTK/GDK call that can run outside the main thread. GTK 3.6 and later: all calls from the
// main thread only (https://docs.gtk.org/gdk3/func.threads_init.html, https://docs.gtk.org/gtk4/question_index.html).
// A worker that holds the GDK lock is legal in GTK 2 and 3: gdk-threads-deprecated speaks of it.
#include "checks/Common.h"
#include <map>

using namespace llvm;

namespace offmain {

/// A POSIX signal handler that reaches GTK through its own functions is one mistake, made where the handler calls: the
/// surest, nearest GTK call stands for the rest.
static void onePerHandlerCall(std::vector<Finding> &Out, size_t First) {
  std::map<SourcePlace, size_t> Best;
  std::vector<bool> Drop(Out.size(), false);
  std::map<size_t, unsigned> Others;
  for (size_t I = First; I < Out.size(); ++I) {
    if (Out[I].Message.find(describe(Ctx::Signal).str()) == std::string::npos || Out[I].Witness.size() < 2)
      continue;
    auto [It, New] = Best.try_emplace(Out[I].Witness[1].At, I);
    if (New)
      continue;
    size_t &Kept = It->second;
    auto Key = [](const Finding &F) { return std::tuple(-int(F.Sure), F.Witness.size(), F.At); };
    if (Key(Out[I]) < Key(Out[Kept]))
      std::swap(Out[I], Out[Kept]);
    Drop[I] = true;
    ++Others[Kept];
  }
  for (auto &[Kept, Count] : Others)
    Out[Kept].OtherEntries.push_back(std::to_string(Count) + " more GTK calls below the same call of the handler");
  size_t To = First;
  for (size_t I = First; I < Out.size(); ++I)
    if (!Drop[I]) {
      if (To != I)
        Out[To] = std::move(Out[I]);
      ++To;
    }
  Out.resize(To);
}

void checkGtkOffMainThread(const Program &P, const Solution &S, std::vector<Finding> &Out) {
  const Tables &T = *S.impl().T;
  size_t First = Out.size();
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
  onePerHandlerCall(Out, First);
}

} // namespace offmain
