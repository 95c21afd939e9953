// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "solve/LockSearch.h"
#include "llvm/ADT/STLExtras.h"

using namespace llvm;

namespace offmain {

bool LockSearch::wanted(const Tables &T) {
  for (uint32_t F = 0; F < T.P.Functions.size(); ++F)
    if (const Contract &C = T.contract(FunctionId(F)); C.lockChange(InterpreterLock) || C.Requires == InterpreterLock)
      return true;
  return false;
}

LockSearch::LockSearch(const Tables &T, Flow &F, const Homes &H, const KnownContexts &Known,
                       const ArgumentTests &Arguments, const DenseSet<uint32_t> &GuiThreads, const Contexts &Usual)
    : G(T, F, H, Known, InterpreterLock), Gr(T, F, G, H, Arguments, GuiThreads) {
  Gr.build();
  auto Starts = T.sitesWith(Role::InterpreterInit);
  Embeds =
      !Starts.empty() && all_of(Starts, [&](SiteId S) { return Usual.mask(T.P[S].Caller) == maskOf(Ctx::Startup); });
  C = std::make_unique<Contexts>(Gr, Contexts::Search{.View = LockView::Exact, .Queued = false});
  FreeHandlers = loopsAreFree(T, Usual);
  if (!FreeHandlers)
    return;
  for (EntryPoint &E : Gr.Entries)
    if (E.Context == Ctx::Handler && E.Lock == AtEntry::Unknown)
      E.Lock = AtEntry::Free;
  C = std::make_unique<Contexts>(Gr, Contexts::Search{.View = LockView::Exact});
}

/// Every loop of the main thread that is seen is entered where the lock was given up: by a function that the
/// interpreter called, or by a main() that started the interpreter.
bool LockSearch::loopsAreFree(const Tables &T, const Contexts &Usual) const {
  const Program &P = T.P;
  bool Any = false;
  for (Role R : {Role::ToolkitLoop, Role::LoopRun})
    for (SiteId S : T.sitesWith(R)) {
      FunctionId F = P[S].Caller;
      CtxMask Threads = Usual.mask(F);
      if (Threads && !(Threads & MainMask))
        continue; // a worker's own loop
      Any = true;
      bool Reached = false;
      for (unsigned In = 0; In < unsigned(Ctx::Count); ++In) {
        const offmain::Reached *State = C->state(F, Ctx(In));
        if (!State || !C->reaches(S, Ctx(In)))
          continue;
        auto Here = G.at(S).through(Ctx(In), LockView::Exact);
        if (!Here || (maskOf(*Here) & LockedMask))
          return false;
        while (State->Previous != UINT32_MAX)
          State = &C->states()[State->Previous];
        if (Gr.Entries[State->Via].Lock != AtEntry::Held && !Embeds)
          return false;
        Reached = true;
      }
      if (!Reached)
        return false;
    }
  return Any;
}

} // namespace offmain
