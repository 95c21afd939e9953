// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// gui-call-after-fork: a GUI toolkit call in the child of fork() before exec*() or _exit(). The child of a threaded
// process may call async-signal-safe functions only (https://man7.org/linux/man-pages/man7/signal-safety.7.html), and
// the connection to the display is the parent's: both would read its replies.
//
// A program that forks before it initialises its toolkit has two processes with a toolkit each: silent.
#include "checks/GuiCalls.h"
#include "llvm/ADT/DenseSet.h"
#include "llvm/ADT/STLExtras.h"
#include <map>

using namespace llvm;

namespace offmain {

namespace {

struct Children {
  const Program &P;
  const Solution &S;
  const Tables &T;
  DenseSet<uint32_t> Initialises; ///< functions below which the toolkit is initialised

  Children(const Program &P, const Solution &S) : P(P), S(S), T(*S.impl().T) {
    SmallVector<FunctionId, 16> Work;
    auto Add = [&](ArrayRef<SiteId> Sites) {
      for (SiteId Site : Sites)
        if (Initialises.insert(P[Site].Caller.Index).second)
          Work.push_back(P[Site].Caller);
    };
    Add(T.sitesWith(Role::ToolkitInit));
    while (!Work.empty())
      Add(T.directCallers(Work.pop_back_val()));
  }

  bool initialisedBefore(SiteId Fork) const {
    return any_of(T.sitesOf(P[Fork].Caller), [&](SiteId Before) {
      const Site &B = P[Before];
      return B.At < P[Fork].At && !B.is(SiteFlag::Destructor) &&
             (T.contract(B).What == Role::ToolkitInit || (B.Callee && Initialises.contains(B.Callee.Index)));
    });
  }

  /// Was there a toolkit to share when the process forked at At, in the state R of At's function?
  bool toolkitAt(SiteId At, const Reached *R) const {
    const std::vector<Reached> &States = S.impl().C->states();
    if (SiteId Fork = S.impl().G->forks().forkOf(At))
      At = Fork;
    while (true) {
      if (R->Context != Ctx::Startup || initialisedBefore(At))
        return true;
      if (R->Previous == UINT32_MAX)
        break;
      At = R->Site;
      R = &States[R->Previous];
    }
    // Start-up code of a program begins in main() and with what is made before it.
    const Function &Entry = P[R->Function];
    return !Entry.is(FunctionFlag::Initializer) && (Entry.Record || P.text(Entry.Name) != "main");
  }

  /// The call of the child's own by which it comes to Id, reached in context C of its function; none where the process
  /// had no toolkit to share.
  SiteId callOfChild(SiteId Id, Ctx C) const {
    const std::vector<Reached> &States = S.impl().C->states();
    const Reached *R = S.impl().C->state(P[Id].Caller, C);
    SiteId At = Id;
    while (R && R->Context == Ctx::Forked && R->Previous != UINT32_MAX) {
      At = R->Site;
      R = &States[R->Previous];
    }
    return R && (R->Context == Ctx::Forked || toolkitAt(At, R)) ? At : SiteId();
  }
};

} // namespace

void checkGuiCallAfterFork(const Program &P, const Solution &S, std::vector<Finding> &Out) {
  if (none_of(
          P.Functions,
          [&](const Function &F) { return S.contexts(FunctionId(&F - P.Functions.data())) & maskOf(Ctx::Forked); }) &&
      S.impl().T->sitesWith(Role::Fork).empty())
    return;
  Children Child(P, S);
  // What a child does below one call of its own is one mistake: the surest, nearest finding stands for the rest.
  std::map<SiteId, std::vector<Finding>> Found;
  auto Report = [&](SiteId Id, const Site &At, const std::string &What) {
    auto C = surest(S, P, Id, maskOf(Ctx::Forked));
    SiteId Call = C ? Child.callOfChild(Id, *C) : SiteId();
    if (!Call)
      return;
    Finding F = findingAt(
        P, S, Id, *C, "gui-call-after-fork", Level::Error,
        What + " is called in a forked child; the toolkit and its connection to the display are the parent's");
    if (*C != Ctx::Forked)
      if (SiteId Fork = S.impl().G->forks().forkOf(Id))
        F.Witness.push_back(forkStep(P, Fork));
    F.Advice = "do it in the parent, and call nothing but async-signal-safe functions until exec*() or _exit()";
    Found[Call].push_back(std::move(F));
  };
  eachGtkCall(P, S, Report);
  eachQtGuiCall(P, S, Report);
  eachSite(P, S, [&](SiteId Id, const Site &At, const Contract &C) {
    if (C.Kit == Toolkit::Gtk && (C.What == Role::ToolkitInit || C.What == Role::ToolkitLoop))
      Report(Id, At, called(P, At));
  });
  for (auto &[Call, All] : Found) {
    auto Best = std::min_element(All.begin(), All.end(), [](const Finding &A, const Finding &B) {
      return std::tuple(-int(A.Sure), A.Witness.size(), A.At) < std::tuple(-int(B.Sure), B.Witness.size(), B.At);
    });
    if (All.size() > 1)
      Best->OtherEntries.push_back(std::to_string(All.size() - 1) +
                                   " more such calls below the same call of the child");
    Out.push_back(std::move(*Best));
  }
}

} // namespace offmain
