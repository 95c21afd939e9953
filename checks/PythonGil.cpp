// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// python-gil: in extensions of Python and in programs that embed it, a main loop or a long wait entered with the GIL
// held, and the C API of Python used where the GIL is surely not held.
//
//   LockSearch → where the GIL is held and where it is not, from functions that Python calls (held) and from threads
//   and handlers that begin without it. What is reached in an unknown state is not spoken of.
//
// A wait in a handler of the main loop that holds the GIL is blocking-call-on-main's: without the wait both are mended.
#include "checks/LockChains.h"
#include "checks/Waits.h"
#include "llvm/ADT/DenseSet.h"
#include "llvm/ADT/STLExtras.h"

using namespace llvm;

namespace offmain {

namespace {

constexpr StringLiteral RuleId = "python-gil";
constexpr CtxMask HandlerMask = maskOf(Ctx::Handler) | maskOf(Ctx::HandlerLocked);

struct PythonGil : LockRule {
  const LockSearch &L;
  NearestFinding WithoutLock;
  std::optional<bool> Contended; ///< see contended()

  PythonGil(const Program &P, const Solution &S, std::vector<Finding> &Out)
      : LockRule(P, S, S.impl().Interpreter->contexts(), Out), L(*S.impl().Interpreter) {}

  void run() {
    for (uint32_t N = 0; N < P.Sites.size(); ++N) {
      const Site &At = P.Sites[N];
      const Contract &C = T.contract(At);
      if (C.empty() || !ours(P, At) || !L.contexts().mask(At.Caller))
        continue;
      if (C.Requires == InterpreterLock)
        withoutLock(SiteId(N), At);
      else
        withLock(SiteId(N), At, C);
    }
    WithoutLock.take("more such calls with the same cause", Out);
    DenseSet<uint32_t> Roots; // functions that nobody in the program calls
    for (uint32_t N = 0; N < Chains.Gr.Entries.size(); ++N) {
      const EntryPoint &E = Chains.Gr.Entries[N];
      handedOver(N, E);
      if (E.Site || E.Context != Ctx::Startup || E.Lock == AtEntry::Held)
        Roots.insert(E.Function.Index);
    }
    for (uint32_t F = 0; F < P.Functions.size(); ++F)
      for (const LockExit *E : Chains.unbalanced(FunctionId(F), Roots.contains(F)))
        leftUnbalanced(FunctionId(F), *E);
  }

  /// Whether the chain is of code that uses pybind11 rather than the C API alone.
  bool wrapped(const EntryPoint &E, SiteId Site) const {
    auto Named = [&](SiteId At) { return P[At].Callee && P.name(P[At].Callee).starts_with("pybind11::"); };
    return (E.Site && Named(E.Site)) || any_of(T.sitesOf(P[Site].Caller), Named);
  }

  /// "PyErr_Print() is called", by the name that stands in the source: Py_RETURN_NONE, not what the header makes of it.
  std::string use(const Site &At) const {
    StringRef Macro = P.text(At.Macro);
    return Macro.starts_with("Py") ? Macro.str() + " is used" : called(P, At) + " is called";
  }

  // ---- loops and waits with the GIL ----

  /// A thread of the program's own takes the GIL somewhere: it waits while main holds it.
  bool contended() {
    if (!Contended)
      Contended = any_of(P.Sites, [&](const Site &At) {
        return T.contract(At).lockChange(InterpreterLock) > 0 && (S.contexts(At.Caller) & OffMainMask);
      });
    return *Contended;
  }

  /// `while (gtk_events_pending()) gtk_main_iteration();` works off what is there, and an iteration that may not block.
  bool onlyPumps(const Site &At, const Contract &C) const {
    if (C.What != Role::IterateContext)
      return false;
    ValueId Last = At.ArgsCount ? T.strip(P.arg(At, At.ArgsCount - 1)) : ValueId();
    return (Last && constantOf(P, Last) == 0u && C.Blocking == Blocks::Unset) ||
           any_of(T.sitesOf(At.Caller), [&](SiteId O) { return T.contract(P[O]).What == Role::LoopPending; });
  }

  static bool isLoop(const Contract &C) {
    return C.What == Role::ToolkitLoop || C.What == Role::LoopRun || C.What == Role::WaitLoop ||
           C.What == Role::IterateContext || C.What == Role::QtThreadLoop || C.Blocking == Blocks::NestedLoop;
  }

  void withLock(SiteId Site, const offmain::Site &At, const Contract &C) {
    bool Loop = isLoop(C);
    if (!Loop && (C.Blocking == Blocks::Unset || C.Blocking == Blocks::No || C.Blocking == Blocks::Short))
      return;
    auto In = Chains.chain(Site, LockedMask & ~HandlerMask);
    bool Handled = !In;
    if (Handled)
      In = Chains.chain(Site, LockedMask & HandlerMask);
    if (!In)
      return;
    auto Threads = C.What == Role::Join ? Chains.joined(At) : SmallVector<FunctionId, 4>();
    bool Deadlock = any_of(Threads, [&](FunctionId F) { return Chains.takesLock(F); });
    auto W = waitAt(S, P, Site, C);
    Loop = W ? W->Kind == WaitKind::NestedLoop : Loop && C.Blocking == Blocks::Unset;
    if (Loop ? onlyPumps(At, C) : !Deadlock && (!W || W->Kind != WaitKind::Long || Handled))
      return;
    std::string What = Deadlock ? " waits with the GIL held for a thread that takes the GIL: neither goes on"
                       : Loop   ? " runs a main loop with the GIL held: until it ends, no other Python thread runs"
                       : W && W->UpToMs ? " can block for up to " + std::to_string(*W->UpToMs) +
                                              " ms with the GIL held: meanwhile no other Python thread runs"
                                        : " can block with the GIL held: meanwhile no other Python thread runs";
    Finding F = Chains.found(Site, *In, RuleId, Level::Warning, called(P, At) + What);
    if (W)
      F.Sure = std::min(F.Sure, W->Sure);
    const EntryPoint &E = Chains.entry(Site, *In);
    if (SiteId Since = Chains.since(Site, *In))
      F.Related.push_back(Chains.step(Since, "takes the GIL"));
    bool Embeds = !T.sitesWith(Role::InterpreterInit).empty();
    if (Embeds && E.Lock != AtEntry::Held && (maskOf(In->In) & MainMask) && !contended()) {
      F.Sure = Confidence::Low;
      F.Assumptions.push_back("that other threads of the program run Python, of which none is seen");
    }
    F.Advice = wrapped(E, Site) ? "release it for the call with a pybind11::gil_scoped_release"
                                : "put the call between Py_BEGIN_ALLOW_THREADS and Py_END_ALLOW_THREADS";
    if (Loop)
      F.Advice += ", and take it again in the callbacks that use Python";
    Out.push_back(std::move(F));
  }

  /// `.def("exec", &QApplication::exec)`: a library's own function that Python calls as it is.
  void handedOver(uint32_t Number, const EntryPoint &E) {
    if (E.Lock != AtEntry::Held || !E.Site || P[E.Function].hasBody() || !ours(P, P[E.Site]))
      return;
    const Contract &C = T.contract(E.Function);
    bool Loop = isLoop(C);
    if (C.UnlessArg != NoArg || (!Loop && C.Blocking != Blocks::Unbounded))
      return;
    std::string What =
        Loop ? "() runs a main loop, and Python calls it with the GIL held: until it ends, no other Python thread runs"
             : "() can block, and Python calls it with the GIL held: meanwhile no other Python thread runs";
    Finding F = findingAt(P, S, E.Site, Ctx::StartupLocked, RuleId, Level::Warning, P.name(E.Function).str() + What,
                          &L.contexts());
    F.Sure = Confidence::High;
    F.Assumptions.clear();
    F.Witness = {S.entryStep(Number, &L.contexts())};
    F.Callee = P.name(E.Function).str();
    F.Advice = "bind it with pybind11::call_guard<pybind11::gil_scoped_release>()";
    Out.push_back(std::move(F));
  }

  // ---- paths that leave a function with the GIL when they came without, or the reverse ----

  /// Takes the GIL because the interpreter starts with it, directly or in a function for that.
  bool startsInterpreter(SiteId Takes) const {
    for (unsigned Depth = 0; Takes && Depth < 8; ++Depth) {
      if (T.contract(P[Takes]).What == Role::InterpreterInit)
        return true;
      auto Exits = P[Takes].Callee ? Chains.G.exits(P[Takes].Callee) : ArrayRef<LockExit>();
      const auto *Taken = find_if(Exits, [](const LockExit &E) { return E.Depth > 0; });
      Takes = Taken == Exits.end() ? SiteId() : Taken->Since;
    }
    return false;
  }

  void leftUnbalanced(FunctionId F, const LockExit &E) {
    if (startsInterpreter(E.Since))
      return;
    std::optional<Ctx> In;
    const Contexts &Known = L.contexts();
    for (unsigned C = 0; C < unsigned(Ctx::Count); ++C)
      if (Known.state(F, Ctx(C)) && (E.Allowed & maskOf(Ctx(C))) &&
          (!In || S.confidence(F, Ctx(C), &Known) > S.confidence(F, *In, &Known)))
        In = Ctx(C);
    bool Took = E.Depth > 0;
    if (!Took && !(In && (maskOf(*In) & LockedMask)))
      return; // between several interpreters the GIL changes hands in other ways, too
    std::string Name = "'" + P.name(F).str() + "'",
                Where = E.At.Line ? Name + " returns here " : Name + " ends on some path ";
    Finding Found = findingAt(P, S, E.Since, In.value_or(Ctx::Startup), RuleId, Level::Warning,
                              Where + (Took ? "with the GIL, which it took and did not give back"
                                            : "without the GIL, which it gave up and did not take back"),
                              &Known);
    if (!In) {
      Found.Witness.clear();
      Found.Assumptions.clear();
      Found.Sure = Confidence::Medium; // the path is in this function
    }
    if (any_of(T.sitesOf(F), [&](SiteId O) { return P[O].Macro && P[O].At == E.At; })) {
      Found.Sure = Confidence::Low;
      Found.Assumptions.push_back("that what the macro checks can fail");
    }
    Found.Related.push_back(Chains.step(E.Since, Took ? "takes the GIL here" : "gives up the GIL here"));
    if (E.At.Line) {
      Found.At = sourcePlace(P, E.At);
      Found.Witness.push_back(Found.Related.back());
    }
    Found.Advice = Took ? "give it back on this path as well" : "take it back on this path as well";
    Out.push_back(std::move(Found));
  }

  // ---- Python without the GIL ----

  /// Where the GIL was given up that a call needs, in its function or on the way there; none: it was never taken.
  SiteId givenUp(SiteId Site, const LockChain &C) const {
    SiteId Here = C.Via ? SiteId() : Chains.changedBefore(Site, C.In, -1);
    SiteId Taken = Here ? Chains.changedBefore(Site, C.In, 1) : SiteId();
    return Here && (!Taken || Taken < Here || (maskOf(C.In) & LockedMask)) ? Here : Chains.since(Site, C, -1);
  }

  void withoutLock(SiteId Site, const offmain::Site &At) {
    if (!At.Callee || !P[At.Callee].is(FunctionFlag::Outside))
      return;
    constexpr CtxMask Begun = maskOf(Ctx::Worker) | maskOf(Ctx::Library) | maskOf(Ctx::Handler);
    auto In = Chains.chain(Site, Begun);
    if (!In)
      In = Chains.chain(Site, maskOf(Ctx::Startup));
    if (!In)
      return;
    const EntryPoint &E = Chains.entry(Site, *In);
    SiteId Given = givenUp(Site, *In);
    bool Main = E.Lock != AtEntry::Held && (maskOf(E.Context) & maskOf(Ctx::Startup));
    if (Main && !Given)
      return; // before the interpreter is there: another mistake
    std::string Why =
        Given ? "it was given up before" : "'" + P.name(E.Function).str() + "' begins without it (" + E.How + ")";
    const Reached *R = L.contexts().state(P[In->Via ? In->Via : Site].Caller, In->In);
    uint32_t Entry = &E - Chains.Gr.Entries.data();
    WithoutLock.add({Entry, Given ? Given.Index : UINT32_MAX}, {-int(R->Sure), R->Length, sourcePlace(P, At.At)}, [&] {
      Finding F = Chains.found(Site, *In, RuleId, Level::Warning, use(At) + " without the GIL: " + Why);
      if (Given)
        F.Related.push_back(Chains.step(Given, "gives up the GIL"));
      F.Advice = wrapped(E, Site) ? "take it first with a pybind11::gil_scoped_acquire"
                 : Given && P[Given].Caller == At.Caller && E.Lock == AtEntry::Held
                     ? "do it where the GIL is taken back, or put it between Py_BLOCK_THREADS and Py_UNBLOCK_THREADS"
                     : "put what uses Python between PyGILState_Ensure() and PyGILState_Release()";
      return F;
    });
  }
};

} // namespace

void checkPythonGil(const Program &P, const Solution &S, std::vector<Finding> &Out) {
  if (S.impl().Interpreter)
    PythonGil(P, S, Out).run();
}

} // namespace offmain
