// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// gdk-lock: in programs that use the GDK lock (https://docs.gtk.org/gdk3/func.threads_init.html), the lock kept on some
// path, taken twice, given back by who does not hold it, or not held where GTK needs it.
//
//   Guards          → how deep the lock is held at each call, relative to its function; how functions leave
//   Impl::Locked    → in which functions it is held when they begin: event handlers with, GLib's callbacks without
//
// Workers that call GTK without the lock are gtk-off-main-thread's; a join under the lock of a thread that takes it is
// main-thread-deadlock's.
#include "checks/GuiCalls.h"
#include "checks/LockChains.h"
#include "llvm/ADT/DenseSet.h"
#include "llvm/ADT/STLExtras.h"
#include <map>

using namespace llvm;

namespace offmain {

namespace {

constexpr StringLiteral RuleId = "gdk-lock";

struct GdkLock : LockRule {
  const Solution::Impl &I;
  const Guards &G;
  const LockUse &Use;
  const Contexts &Locked;
  DenseSet<uint32_t> Roots; ///< functions that a library calls: nobody in the program gives back what they keep

  GdkLock(const Program &P, const Solution &S, std::vector<Finding> &Out)
      : LockRule(P, S, *S.impl().Locked, Out), I(S.impl()), G(*I.G), Use(*I.Lock), Locked(*I.Locked) {
    for (const EntryPoint &E : S.entries())
      if (E.Site || E.Context != Ctx::Startup) // not main: the process ends with it
        Roots.insert(E.Function.Index);
  }

  void run() {
    for (uint32_t F = 0; F < P.Functions.size(); ++F)
      if (P.Functions[F].hasBody())
        kept(FunctionId(F));
    for (uint32_t N = 0; N < P.Sites.size(); ++N) {
      const Site &At = P.Sites[N];
      if (!ours(P, At))
        continue;
      changes(SiteId(N), At);
      waits(SiteId(N), At, T.contract(At));
    }
    if (Use.live())
      withoutLock();
  }

  /// Without gdk_threads_init() nothing waits yet; that it is called elsewhere is an assumption.
  void unlessLive(Finding &F) const {
    if (Use.Init || F.Sure == Confidence::Low)
      return;
    F.Sure = Confidence::Medium;
    F.Assumptions.push_back("that gdk_threads_init() is called, which is not seen");
  }

  // ---- paths that leave a function with another depth than they came with ----

  void kept(FunctionId F) {
    auto Exits = G.exits(F);
    bool Balanced = any_of(Exits, [](const LockExit &E) { return !E.Depth && E.Balanced; });
    bool Takes = any_of(Exits, [](const LockExit &E) { return E.Depth > 0; });
    for (const LockExit *E : Chains.unbalanced(F, Roots.contains(F.Index) && Takes))
      if (!S.contexts(F) || (S.contexts(F) & E->Allowed))
        reportKept(F, *E, Balanced);
  }

  void reportKept(FunctionId F, const LockExit &E, bool Balanced) {
    const Site &Since = P[E.Since];
    std::optional<Ctx> Best;
    for (unsigned C = 0; C < unsigned(Ctx::Count); ++C)
      if ((S.contexts(F) & E.Allowed & maskOf(Ctx(C))) && (!Best || S.confidence(F, Ctx(C)) > S.confidence(F, *Best)))
        Best = Ctx(C);
    std::string Name = "'" + P.name(F).str() + "'";
    bool Took = E.Depth > 0;
    std::string What = Took ? Name + " returns here with the GDK lock held"
                            : Name + " returns here without the GDK lock, which it gave back and did not take again";
    if (!E.At.Line)
      What = Took ? called(P, Since) + " takes the GDK lock, and " + Name + " does not give it back on every path"
                  : called(P, Since) + " gives back the GDK lock, and " + Name + " does not take it again on every path";
    else if (Took && Balanced)
      What += "; on other paths it gives it back";
    Finding Found = findingAt(P, S, E.Since, Best.value_or(Ctx::Startup), RuleId, Level::Error, What);
    Found.Sure = Took && Best ? Confidence::High : Confidence::Medium; // the path is in this function
    Found.Assumptions.clear();
    unlessLive(Found);
    if (!Best)
      Found.Witness.clear();
    if (E.At.Line) {
      Found.At = sourcePlace(P, E.At);
      Found.Witness.push_back(Chains.step(E.Since, Took ? "takes the GDK lock here" : "gives back the GDK lock here"));
      Found.Related.push_back(Found.Witness.back());
    }
    Found.Advice = Took ? "call gdk_threads_leave() on this path as well" : "call gdk_threads_enter() on this path as well";
    Out.push_back(std::move(Found));
  }

  Finding found(SiteId Site, const LockChain &C, const Twine &Message) const {
    return Chains.found(Site, C, RuleId, Level::Error, Message);
  }

  // ---- calls that take or give back the lock ----

  void changes(SiteId Site, const offmain::Site &At) {
    const Contract &C = T.contract(At);
    bool Wrapper = At.Callee && !G.exits(At.Callee).empty();
    if (!C.lockChange(G.lock()) && !Wrapper)
      return;
    CtxMask Held = LockedMask, Free = maskOf(Ctx::Handler) | maskOf(Ctx::Worker) | maskOf(Ctx::Library);
    auto OnMain = G.lockEffect(At, Ctx::Handler), Off = G.lockEffect(At, Ctx::Worker);
    auto Side = [&](CtxMask Of, int Sign) {
      auto Does = [&](Guards::LockEffect E) { return E.By * Sign > 0 && (E.Always || Sign > 0); };
      return CtxMask((Does(OnMain) ? Of & MainMask : 0) | (Does(Off) ? Of & OffMainMask : 0));
    };
    if (CtxMask Wanted = Side(Held, 1); Wanted && !Use.Recursive && !Chains.wraps(At.Caller, 1))
      if (auto In = Chains.chain(Site, Wanted))
        takenTwice(Site, At, *In, Wrapper);
    if (CtxMask Wanted = Side(Free, -1); Wanted && !Chains.wraps(At.Caller, -1))
      if (auto In = Chains.chain(Site, Wanted))
        notHeld(Site, At, *In);
  }

  void takenTwice(SiteId Site, const offmain::Site &At, const LockChain &C, bool Wrapper) {
    SiteId First = Chains.since(Site, C);
    std::string Why = "it is held already";
    if (!First)
      if (uint32_t E = S.entryOf(P[C.Via ? C.Via : Site].Caller, C.In, &Locked); E != UINT32_MAX)
        Why = "'" + P.name(S.entries()[E].Function).str() + "' is called with it";
    Finding F = found(Site, C, called(P, At) +
                                   (Wrapper ? " takes the GDK lock again: "
                                            : " waits for ever: the GDK lock is not recursive and ") +
                                   Why);
    if (First) {
      F.Related.push_back(Chains.step(First, "takes the GDK lock first"));
      if (P[First].Caller == At.Caller)
        F.Witness.push_back(F.Related.back());
    }
    if (Wrapper)
      F.Sure = std::min(F.Sure, Confidence::Medium);
    if (G.conditional(Site) && (!First || P[First].Caller != At.Caller)) {
      F.Sure = Confidence::Low;
      F.Assumptions.push_back("that the condition under which it is taken holds on this chain");
    }
    unlessLive(F);
    F.Advice = "take it in one place only: in the callers that do not hold it, or in a function of its own for them";
    Out.push_back(std::move(F));
  }

  void notHeld(SiteId Site, const offmain::Site &At, const LockChain &C) {
    Finding F = found(Site, C, called(P, At) + " gives back the GDK lock, which is not held here");
    F.Sure = std::min(F.Sure, Confidence::Medium);
    unlessLive(F);
    F.Advice = "take the lock before, or leave it alone here";
    Out.push_back(std::move(F));
  }

  // ---- loops and joins ----

  void waits(SiteId Site, const offmain::Site &At, const Contract &C) {
    bool Loop = C.What == Role::ToolkitLoop || C.What == Role::LoopRun || C.What == Role::IterateContext;
    if (Loop && !C.Releases.empty() && C.What == Role::ToolkitLoop)
      return withoutEnter(Site, At);
    if (Loop && C.Releases.empty() && !Use.Recursive && servesDefaultContext(P, S, At, C)) {
      auto In = Chains.chain(Site, LockedMask & MainMask);
      if (!In)
        return;
      Finding F = found(Site, *In, called(P, At) + " runs a main loop with the GDK lock held: unlike gtk_main() it does "
                                                   "not give it up, and the first event waits for it");
      F.Advice = "call gdk_threads_leave() before it and gdk_threads_enter() after";
      if (SiteId First = Chains.since(Site, *In))
        F.Related.push_back(Chains.step(First, "takes the GDK lock"));
      unlessLive(F);
      Out.push_back(std::move(F));
    } else if (C.What == Role::Join) {
      join(Site, At);
    }
  }

  /// `while (!done) iterate(); join(thread);`: the thread has told that it is at its end before it is joined.
  bool hasTold(SiteId Site) const {
    auto Blocks = P.blocks(P[P[Site].Caller]);
    for (const Block &B : Blocks) {
      auto Succ = P.successors(B);
      if (!B.Condition || Succ.size() != 2 || Succ[0] == UINT32_MAX || Succ[1] == UINT32_MAX)
        continue;
      uint32_t Self = &B - Blocks.data();
      for (unsigned Stay : {0u, 1u}) {
        auto Round = reachableBlocks(P, Blocks, Succ[Stay]), After = reachableBlocks(P, Blocks, Succ[1 - Stay]);
        bool Joins = false, Starts = false;
        for (uint32_t N = 0; N < Blocks.size(); ++N)
          for (const Event &E : P.events(Blocks[N])) {
            if (E.Kind != EventKind::Call)
              continue;
            Joins |= After[N] && E.A == Site.Index;
            Starts |= Round[N] && !After[N] &&
                      any_of(T.contract(P.Sites[E.A]).Callbacks, [](const CallbackContract &C) { return C.Runs == Thread::Worker; });
          }
        if (Round[Self] && !After[Self] && Joins && !Starts)
          return true;
      }
    }
    return false;
  }

  void join(SiteId Site, const offmain::Site &At) {
    auto In = Chains.chain(Site, LockedMask);
    if (!In)
      return;
    auto Threads = Chains.joined(At);
    if (Threads.empty() || any_of(Threads, [&](FunctionId F) { return Chains.takesLock(F); }))
      return;
    Finding F = found(Site, *In, called(P, At) + " waits for a thread with the GDK lock held: meanwhile nobody else gets it");
    F.Sure = hasTold(Site) ? Confidence::Low : std::min(F.Sure, Confidence::Medium);
    F.Advice = "give the lock up around the wait, or wait where it is not held";
    unlessLive(F);
    Out.push_back(std::move(F));
  }

  /// gtk_main() gives up a lock that nobody took.
  void withoutEnter(SiteId Site, const offmain::Site &At) {
    if (!Use.Init)
      return;
    auto In = surest(S, P, Site, maskOf(Ctx::Startup), &Locked);
    if (!In)
      return;
    uint32_t Entry = S.entryOf(At.Caller, *In, &Locked);
    SiteId Init;
    auto Same = below(*I.Gr, S.entries()[Entry].Function);
    for (SiteId O : T.sitesWith(Role::LockInit))
      if (Same[P[O].Caller.Index] && (!Init || P[O].At < P[Init].At))
        Init = O;
    if (!Init)
      return;
    Finding F = findingAt(P, S, Site, *In, RuleId, Level::Error,
                          called(P, At) + " gives up the GDK lock while it waits, but it is not held here: gdk_threads_init() was "
                                          "called and gdk_threads_enter() was not",
                          &Locked);
    F.Related.push_back(Chains.step(Init, "makes the GDK lock"));
    F.Advice = "call gdk_threads_enter() before the main loop and gdk_threads_leave() after it";
    Out.push_back(std::move(F));
  }

  // ---- GTK without the lock ----

  /// One finding for each callback: the nearest of the calls that need the lock.
  void withoutLock() {
    NearestFinding ByEntry;
    std::vector<bool> Mine = Use.Init ? locking(*I.Gr) : std::vector<bool>();
    auto Report = [&](SiteId Site, const offmain::Site &At, const std::string &What) {
      auto In = surest(S, P, Site, maskOf(Ctx::Handler), &Locked);
      if (!In)
        return;
      const Reached *R = Locked.state(At.Caller, *In);
      uint32_t Entry = S.entryOf(At.Caller, *In, &Locked);
      bool GaveUp = maskOf(*In) & LockedMask;
      const EntryPoint &E = S.entries()[Entry];
      if (!Mine.empty() && !Mine[E.Function.Index])
        return; // another program's
      std::string Why = GaveUp ? "it was given up before"
                               : "'" + P.name(E.Function).str() + "' is called without it (" + E.How + ")";
      ByEntry.add({Entry, GaveUp ? At.Caller.Index : UINT32_MAX}, {-int(R->Sure), R->Length, sourcePlace(P, At.At)}, [&] {
        Finding F = findingAt(P, S, Site, *In, RuleId, Level::Error, What + " is called without the GDK lock: " + Why, &Locked);
        F.Advice = "take the lock in the callback; better, call GTK on the main thread only and do without the lock";
        unlessLive(F);
        if (!Use.Init) // programs that use the library today need not make it
          F.Sure = Confidence::Low;
        return F;
      });
    };
    eachGtkCall(P, S, Report);
    eachSite(P, S, [&](SiteId Site, const offmain::Site &At, const Contract &C) {
      if (C.What == Role::IterateContext && !C.Releases.empty())
        Report(Site, At, called(P, At));
    });
    ByEntry.take("more such calls below the same callback", Out);
  }
};

} // namespace

void checkGdkLock(const Program &P, const Solution &S, std::vector<Finding> &Out) {
  if (S.impl().Locked)
    GdkLock(P, S, Out).run();
}

} // namespace offmain
