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
#include "llvm/ADT/DenseSet.h"
#include "llvm/ADT/STLExtras.h"
#include <map>

using namespace llvm;

namespace offmain {

namespace {

constexpr StringLiteral RuleId = "gdk-lock";

struct GdkLock {
  const Program &P;
  const Solution &S;
  const Solution::Impl &I;
  const Tables &T;
  const Guards &G;
  const LockUse &Use;
  const Contexts &Locked;
  std::vector<Finding> &Out;
  DenseSet<uint32_t> Roots; ///< functions that a library calls: nobody in the program gives back what they keep

  GdkLock(const Program &P, const Solution &S, std::vector<Finding> &Out)
      : P(P), S(S), I(S.impl()), T(*I.T), G(*I.G), Use(*I.Lock), Locked(*I.Locked), Out(Out) {
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

  Step step(SiteId At, const Twine &Text) const {
    return {sourcePlace(P, P[At].At, P[At].End), Text.str(), P.name(P[At].Caller).str()};
  }

  /// Without gdk_threads_init() nothing waits yet; that it is called elsewhere is an assumption.
  void unlessLive(Finding &F) const {
    if (Use.Init || F.Sure == Confidence::Low)
      return;
    F.Sure = Confidence::Medium;
    F.Assumptions.push_back("that gdk_threads_init() is called, which is not seen");
  }

  // ---- paths that leave a function with another depth than they came with ----

  /// A function whose job is to take the lock (or to give it back) for its callers.
  bool wraps(FunctionId F, int Sign) const {
    if (P[F].is(FunctionFlag::Constructor) || P[F].is(FunctionFlag::Destructor))
      return true;
    auto Exits = G.exits(F);
    bool Balanced = any_of(Exits, [](const LockExit &E) { return !E.Depth && E.Balanced; });
    bool Any = any_of(Exits, [&](const LockExit &E) { return E.Depth * Sign > 0; });
    if (!Any || T.directCallers(F).empty())
      return false;
    return !Balanced || resultTells(Exits);
  }

  /// `if (!begin_update()) return;`: the result says whether the lock is held.
  static bool resultTells(ArrayRef<LockExit> Exits) {
    SmallVector<uint32_t, 4> With, Without;
    for (const LockExit &E : Exits) {
      if (!E.Returns)
        return false;
      (E.Depth ? With : Without).push_back(*E.Returns);
    }
    return none_of(With, [&](uint32_t R) { return is_contained(Without, R); });
  }

  void kept(FunctionId F) {
    auto Exits = G.exits(F);
    if (Exits.empty() || G.blurred(F))
      return;
    bool Takes = any_of(Exits, [](const LockExit &E) { return E.Depth > 0; });
    bool Gives = any_of(Exits, [](const LockExit &E) { return E.Depth < 0; });
    if (Takes && Gives)
      return; // two conditions that are not understood
    int Sign = Takes ? 1 : -1;
    bool Balanced = any_of(Exits, [](const LockExit &E) { return !E.Depth && E.Balanced; });
    if (wraps(F, Sign) || (!Balanced && (!Roots.contains(F.Index) || !Takes)))
      return;
    std::map<Place, bool> Seen;
    for (const LockExit &E : Exits)
      if (E.Depth && E.Since && feasible(F, E))
        if (Seen.emplace(E.At.Line ? E.At : P[E.Since].At, true).second)
          reportKept(F, E, Balanced);
  }

  bool feasible(FunctionId F, const LockExit &E) const {
    CtxMask In = S.contexts(F);
    return ours(P, P[E.Since]) && (!In || (In & E.Allowed));
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
      Found.Witness.push_back(step(E.Since, Took ? "takes the GDK lock here" : "gives back the GDK lock here"));
      Found.Related.push_back(Found.Witness.back());
    }
    Found.Advice = Took ? "call gdk_threads_leave() on this path as well" : "call gdk_threads_enter() on this path as well";
    Out.push_back(std::move(Found));
  }

  // ---- chains ----

  /// A context in which a call is reached, as the function begins; the call by which that happens where it is not that of
  /// the shortest chain, because that one passes a constant with which the call is not made.
  struct Chain {
    Ctx In;
    SiteId Via;
  };

  std::optional<Chain> chain(SiteId Site, CtxMask Wanted) const {
    auto In = surest(S, P, Site, Wanted, &Locked);
    if (!In)
      return std::nullopt;
    FunctionId F = P[Site].Caller;
    auto Test = G.parameterTest(F, Site);
    const Reached *R = Locked.state(F, *In);
    if (!Test || R->Previous == UINT32_MAX || P[R->Site].Callee != F || Test->allows(P, P.arg(P[R->Site], Test->Param)))
      return Chain{*In, SiteId()};
    for (SiteId Call : T.directCallers(F)) {
      if (!Test->allows(P, P.arg(P[Call], Test->Param)))
        continue;
      for (unsigned C = 0; C < unsigned(Ctx::Count); ++C)
        if (Locked.state(P[Call].Caller, Ctx(C)))
          if (auto Begins = G.at(Call).through(Ctx(C), LockView::Exact))
            if (auto Here = G.at(Site).through(*Begins, LockView::Exact); Here && (maskOf(*Here) & Wanted))
              return Chain{Ctx(C), Call};
    }
    return std::nullopt;
  }

  Finding found(SiteId Site, const Chain &C, const Twine &Message) const {
    if (!C.Via)
      return findingAt(P, S, Site, C.In, RuleId, Level::Error, Message.str(), &Locked);
    Finding F = findingAt(P, S, C.Via, C.In, RuleId, Level::Error, Message.str(), &Locked);
    const offmain::Site &At = P[Site];
    F.Witness.push_back(step(C.Via, "calls '" + P.name(At.Caller) + "'"));
    F.At = sourcePlace(P, At.At, At.End);
    F.Function = P.name(At.Caller).str();
    F.Callee = At.Callee ? P.name(At.Callee).str() : std::string();
    return F;
  }

  // ---- calls that take or give back the lock ----

  void changes(SiteId Site, const offmain::Site &At) {
    const Contract &C = T.contract(At);
    bool Wrapper = At.Callee && !G.exits(At.Callee).empty();
    if (C.Lock.empty() && C.Unlock.empty() && !Wrapper)
      return;
    CtxMask Held = LockedMask, Free = maskOf(Ctx::Handler) | maskOf(Ctx::Worker) | maskOf(Ctx::Library);
    auto OnMain = G.lockEffect(At, Ctx::Handler), Off = G.lockEffect(At, Ctx::Worker);
    auto Side = [&](CtxMask Of, int Sign) {
      auto Does = [&](Guards::LockEffect E) { return E.By * Sign > 0 && (E.Always || Sign > 0); };
      return CtxMask((Does(OnMain) ? Of & MainMask : 0) | (Does(Off) ? Of & OffMainMask : 0));
    };
    if (CtxMask Wanted = Side(Held, 1); Wanted && !Use.Recursive && !wraps(At.Caller, 1))
      if (auto In = chain(Site, Wanted))
        takenTwice(Site, At, *In, Wrapper);
    if (CtxMask Wanted = Side(Free, -1); Wanted && !wraps(At.Caller, -1))
      if (auto In = chain(Site, Wanted))
        notHeld(Site, At, *In);
  }

  /// The last call before Site, in source order of its function, that takes the lock.
  SiteId takenBefore(SiteId Site, Ctx C) const {
    SiteId Last;
    for (SiteId O : T.sitesOf(P[Site].Caller))
      if (O < Site && G.lockEffect(P[O], C).By > 0)
        Last = O;
    return Last;
  }

  /// Where the lock was taken that is held at Site, along the chain to its function.
  SiteId heldSince(SiteId Site, const Chain &C) const {
    SiteId At = C.Via ? C.Via : Site;
    const Reached *R = Locked.state(P[At].Caller, C.In);
    if (!(maskOf(C.In) & LockedMask))
      return takenBefore(At, C.In);
    while (R && R->Previous != UINT32_MAX) {
      const Reached &From = Locked.states()[R->Previous];
      if (!(maskOf(From.Context) & LockedMask))
        return takenBefore(R->Site, From.Context);
      R = &From;
    }
    return SiteId();
  }

  void takenTwice(SiteId Site, const offmain::Site &At, const Chain &C, bool Wrapper) {
    SiteId First = heldSince(Site, C);
    std::string Why = "it is held already";
    if (!First)
      if (uint32_t E = S.entryOf(P[C.Via ? C.Via : Site].Caller, C.In, &Locked); E != UINT32_MAX)
        Why = "'" + P.name(S.entries()[E].Function).str() + "' is called with it";
    Finding F = found(Site, C, called(P, At) +
                                   (Wrapper ? " takes the GDK lock again: "
                                            : " waits for ever: the GDK lock is not recursive and ") +
                                   Why);
    if (First) {
      F.Related.push_back(step(First, "takes the GDK lock first"));
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

  void notHeld(SiteId Site, const offmain::Site &At, const Chain &C) {
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
      auto In = chain(Site, LockedMask & MainMask);
      if (!In)
        return;
      Finding F = found(Site, *In, called(P, At) + " runs a main loop with the GDK lock held: unlike gtk_main() it does "
                                                   "not give it up, and the first event waits for it");
      F.Advice = "call gdk_threads_leave() before it and gdk_threads_enter() after";
      if (SiteId First = heldSince(Site, *In))
        F.Related.push_back(step(First, "takes the GDK lock"));
      unlessLive(F);
      Out.push_back(std::move(F));
    } else if (C.What == Role::Join) {
      join(Site, At);
    }
  }

  /// What the joined thread runs, where that is known.
  SmallVector<FunctionId, 4> joined(const offmain::Site &At) const {
    SmallVector<FunctionId, 4> Found;
    ValueId Handle = At.Receiver ? At.Receiver : P.arg(At, 0);
    auto Started = [&](const offmain::Site &Start) {
      for (const CallbackContract &B : T.contract(Start).Callbacks)
        if (B.Runs == Thread::Worker && B.Arg >= 0)
          append_range(Found, I.Fl->functions(Start.Caller, P.arg(Start, B.Arg)));
    };
    for (const FramedValue &V : I.Fl->sources(At.Caller, Handle))
      if (V.Value && P[V.Value].Kind == ValueKind::CallResult)
        Started(P.Sites[P[V.Value].A]);
    // pthread_create(&thread, ...)
    if (Cell Of = T.cellOf(Handle))
      for (SiteId Start : T.sitesWithCallbacks())
        if (P.arg(P[Start], 0) && T.cellOf(P.arg(P[Start], 0)) == Of)
          Started(P[Start]);
    return Found;
  }

  bool takesLock(FunctionId F) const {
    auto Below = below(*I.Gr, F);
    return any_of(P.Sites, [&](const offmain::Site &At) { return Below[At.Caller.Index] && !T.contract(At).Lock.empty(); });
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
    auto In = chain(Site, LockedMask);
    if (!In)
      return;
    auto Threads = joined(At);
    if (Threads.empty() || any_of(Threads, [&](FunctionId F) { return takesLock(F); }))
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
    F.Related.push_back(step(Init, "makes the GDK lock"));
    F.Advice = "call gdk_threads_enter() before the main loop and gdk_threads_leave() after it";
    Out.push_back(std::move(F));
  }

  // ---- GTK without the lock ----

  /// One finding for each callback: the nearest of the calls that need the lock.
  void withoutLock() {
    struct Worst {
      Finding F;
      std::tuple<int, uint32_t, SourcePlace> Order;
      unsigned Others = 0;
    };
    std::map<std::pair<uint32_t, uint32_t>, Worst> ByEntry;
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
      std::tuple Order(-int(R->Sure), R->Length, sourcePlace(P, At.At));
      auto [It, New] = ByEntry.try_emplace({Entry, GaveUp ? At.Caller.Index : UINT32_MAX});
      if (!New)
        ++It->second.Others;
      if (!New && It->second.Order <= Order)
        return;
      It->second.Order = Order;
      Finding &F = It->second.F =
          findingAt(P, S, Site, *In, RuleId, Level::Error, What + " is called without the GDK lock: " + Why, &Locked);
      F.Advice = "take the lock in the callback; better, call GTK on the main thread only and do without the lock";
    };
    eachGtkCall(P, S, Report);
    eachSite(P, S, [&](SiteId Site, const offmain::Site &At, const Contract &C) {
      if (C.What == Role::IterateContext && !C.Releases.empty())
        Report(Site, At, called(P, At));
    });
    for (auto &[Entry, W] : ByEntry) {
      if (W.Others)
        W.F.OtherEntries.push_back(std::to_string(W.Others) + " more such calls below the same callback");
      unlessLive(W.F);
      if (!Use.Init) // programs that use the library today need not make it
        W.F.Sure = Confidence::Low;
      Out.push_back(std::move(W.F));
    }
  }
};

} // namespace

void checkGdkLock(const Program &P, const Solution &S, std::vector<Finding> &Out) {
  if (S.impl().Locked)
    GdkLock(P, S, Out).run();
}

} // namespace offmain
