// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "solve/Solve.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/raw_ostream.h"
#include <algorithm>

using namespace llvm;

namespace offmain {

Ctx withLock(Ctx C, bool Held) {
  switch (C) {
  case Ctx::Startup:
  case Ctx::StartupLocked:
    return Held ? Ctx::StartupLocked : Ctx::Startup;
  case Ctx::Handler:
  case Ctx::HandlerLocked:
    return Held ? Ctx::HandlerLocked : Ctx::Handler;
  case Ctx::Worker:
  case Ctx::WorkerLocked:
    return Held ? Ctx::WorkerLocked : Ctx::Worker;
  case Ctx::Library:
  case Ctx::LibraryLocked:
    return Held ? Ctx::LibraryLocked : Ctx::Library;
  case Ctx::Forked:
  case Ctx::Signal:
  case Ctx::Count:
    break;
  }
  return C;
}

StringRef describe(Ctx C) {
  switch (C) {
  case Ctx::Startup:
  case Ctx::Handler:
    return "the main thread";
  case Ctx::StartupLocked:
  case Ctx::HandlerLocked:
    return "the main thread, which holds the GDK lock";
  case Ctx::Worker:
    return "a worker thread";
  case Ctx::WorkerLocked:
    return "a worker thread that holds the GDK lock";
  case Ctx::Library:
    return "a library's own thread";
  case Ctx::LibraryLocked:
    return "a library's own thread that holds the GDK lock";
  case Ctx::Forked:
    return "a forked child process";
  case Ctx::Signal:
    return "a POSIX signal handler";
  case Ctx::Count:
    break;
  }
  return "";
}

StringRef shortName(Ctx C) {
  switch (C) {
  case Ctx::Startup:
    return "startup";
  case Ctx::Handler:
    return "handler";
  case Ctx::Worker:
    return "worker";
  case Ctx::WorkerLocked:
    return "worker+lock";
  case Ctx::Library:
    return "library";
  case Ctx::LibraryLocked:
    return "library+lock";
  case Ctx::Forked:
    return "forked";
  case Ctx::Signal:
    return "signal";
  case Ctx::StartupLocked:
    return "startup+lock";
  case Ctx::HandlerLocked:
    return "handler+lock";
  case Ctx::Count:
    break;
  }
  return "";
}

/// One round knows nothing of where functions run when it judges homes and stored thread ids; the second does.
void Solution::Impl::run() {
  T = std::make_unique<Tables>(P, Models);
  Arguments = std::make_unique<ArgumentTests>(*T);
  // Rules ask for homes as well.
  bool Affine = llvm::is_contained(T->affinities(), ModelSet::Affinity::Affine);
  for (unsigned Round = 0; Round < 2; ++Round) {
    Gr.reset();
    Fl = std::make_unique<Flow>(*T);
    H = std::make_unique<Homes>(*T, *Fl, Known);
    G = std::make_unique<Guards>(*T, *Fl, *H, Known);
    Gr = std::make_unique<Graph>(*T, *Fl, *G, *H, *Arguments, GuiThreads);
    Gr->build();
    C = std::make_unique<Contexts>(*Gr);
    if (!H->asked() && !G->wantsContexts() && !Affine && T->sitesWith(Role::ToolkitLoop).empty())
      break;
    Known = C->masks();
    if (!Round)
      findGuiThreads();
  }
  Lock = std::make_unique<LockUse>(*T);
  if (Lock->any())
    Locked = std::make_unique<Contexts>(*Gr, Contexts::Search{LockView::Exact});
  if (LockSearch::wanted(*T))
    Interpreter = std::make_unique<LockSearch>(*T, *Fl, *H, Known, *Arguments, GuiThreads, *C);
}

/// Programs whose main() never touches the toolkit while one thread initialises it and runs its loop: that thread is
/// the GUI thread (main-loop-off-main-thread says that it had better not be), and main() is a thread like others.
void Solution::Impl::findGuiThreads() {
  llvm::DenseSet<uint32_t> Inits, Loops;
  auto Collect = [&](Role R, llvm::DenseSet<uint32_t> &Into) {
    for (SiteId S : T->sitesWith(R)) {
      CtxMask M = C->mask(P[S].Caller);
      if (M & MainMask)
        return false;
      const Reached *State = C->state(P[S].Caller, Ctx::Worker);
      while (State && State->Previous != UINT32_MAX)
        State = &C->states()[State->Previous];
      if (State)
        Into.insert(State->Function.Index);
    }
    return true;
  };
  if (!Collect(Role::ToolkitInit, Inits) || !Collect(Role::ToolkitLoop, Loops))
    return;
  for (uint32_t F : Inits)
    if (Loops.contains(F))
      GuiThreads.insert(F);
}

Solution::Solution() = default;
Solution::Solution(Solution &&) = default;
Solution::~Solution() = default;

Solution solve(const Program &P, ModelSet Models) {
  Solution S;
  S.I = std::make_unique<Solution::Impl>(P, std::move(Models));
  S.I->run();
  return S;
}

const ModelSet &Solution::models() const { return I->Models; }
CtxMask Solution::contexts(FunctionId F) const { return I->C->mask(F); }

Confidence Solution::confidence(FunctionId F, Ctx C, const Contexts *In) const {
  const Contexts &Of = In ? *In : *I->C;
  const Reached *R = Of.state(F, C);
  return R ? R->Sure : Confidence::Low;
}

CtxMask Solution::contextsAt(SiteId S) const {
  SiteState State = I->G->at(S);
  CtxMask In = contexts(I->P[S].Caller), Out = 0;
  for (unsigned C = 0; C < unsigned(Ctx::Count); ++C)
    if ((In & maskOf(Ctx(C))) && I->C->reaches(S, Ctx(C)))
      if (auto To = State.through(Ctx(C)))
        Out |= maskOf(*To);
  return Out;
}

SourcePlace sourcePlace(const Program &P, const Place &At, const Place &End) {
  SourcePlace S;
  S.File = P.path(At.File).str();
  S.Line = At.Line;
  S.Column = At.Column;
  if (End.Line && End.File == At.File) {
    S.EndLine = End.Line;
    S.EndColumn = End.Column;
  }
  return S;
}

/// `Lock`: the lock that was searched for, so how it stands at the entry is worth a word; or nothing.
static std::string entryText(const Program &P, const EntryPoint &E, StringRef Lock = "") {
  std::string Name = "'" + P.name(E.Function).str() + "'";
  std::string With = E.Lock == AtEntry::Held ? "with " : "without ";
  if (Lock == InterpreterLock && E.Context == Ctx::Startup && E.Lock == AtEntry::Held)
    return "Python calls " + Name + " " + With + "the GIL held (" + E.How + ")";
  if (Lock == InterpreterLock && E.Context == Ctx::Handler)
    return Name + " runs on the main thread without the GIL, which every main loop here is entered without (" + E.How + ")";
  if (Lock == ToolkitLock && (E.Site || E.Context == Ctx::Handler) && (maskOf(E.Context) & MainMask))
    return Name + " runs on the main thread " + With + "the GDK lock (" + E.How + ")";
  if (!E.Site)
    return Name + " runs on " + describe(E.Context).str() + " (" + E.How + ")";
  switch (E.Context) {
  case Ctx::Worker:
  case Ctx::WorkerLocked:
    return "thread starts here: " + Name + " runs on a worker thread (" + E.How + ")";
  case Ctx::Library:
  case Ctx::LibraryLocked:
    return Name + " is called on a library's own thread (" + E.How + ")";
  case Ctx::Forked:
    return Name + " runs in the forked child";
  case Ctx::Signal:
    return Name + " is a POSIX signal handler: it interrupts any thread at any point";
  case Ctx::Startup:
  case Ctx::Handler:
  case Ctx::StartupLocked:
  case Ctx::HandlerLocked:
  case Ctx::Count:
    return Name + " runs on the main thread (" + E.How + ")";
  }
  return Name;
}

Step forkStep(const Program &P, SiteId Fork) {
  const Site &S = P[Fork];
  return {sourcePlace(P, S.At, S.End), "the child of the fork begins here", P.name(S.Caller).str()};
}

Step Solution::entryStep(uint32_t Entry, const Contexts *In) const {
  const Program &P = I->P;
  const Contexts &Of = In ? *In : *I->C;
  const EntryPoint &E = Of.graph().Entries[Entry];
  StringRef Lock = Of.view() == LockView::Exact ? Of.graph().G.lock() : "";
  if (E.Site)
    return {sourcePlace(P, P[E.Site].At, P[E.Site].End), entryText(P, E, Lock), P.name(P[E.Site].Caller).str()};
  return {sourcePlace(P, P[E.Function].At), entryText(P, E, Lock), P.name(E.Function).str()};
}

void Solution::appendCall(std::vector<Step> &Steps, FunctionId To, SiteId Site, uint32_t Via, const Contexts *In) const {
  const Program &P = I->P;
  const Graph &Gr = In ? In->graph() : *I->Gr;
  const offmain::Site &S = P[Site];
  Step St{sourcePlace(P, S.At, S.End), "calls '" + P.name(To).str() + "'", P.name(S.Caller).str()};
  // A signal without a body: emitting it is one step, its connection the next.
  if (Via == UINT32_MAX && !P[To].hasBody())
    St.Text = "emits '" + P.name(To).str() + "'";
  if (Via != UINT32_MAX)
    St.Text = Gr.Texts[Gr.Edges[Via].Text];
  Steps.push_back(std::move(St));
  if (Via == UINT32_MAX)
    return;
  const std::vector<SiteId> &Path = Gr.Paths[Gr.Edges[Via].Path];
  for (size_t N = 0; N < Path.size(); ++N) {
    const offmain::Site &Between = P[Path[N]];
    FunctionId Called = N + 1 == Path.size() || !Between.Callee ? To : Between.Callee;
    Steps.push_back({sourcePlace(P, Between.At, Between.End), "which calls '" + P.name(Called).str() + "'",
                     P.name(Between.Caller).str()});
  }
}

std::vector<Step> Solution::witness(FunctionId F, Ctx C, const Contexts *In) const {
  const Contexts &Of = In ? *In : *I->C;
  std::vector<const Reached *> Chain;
  const Reached *R = Of.state(F, C);
  for (; R && R->Previous != UINT32_MAX; R = &Of.states()[R->Previous])
    Chain.push_back(R);
  std::vector<Step> Steps;
  if (R)
    Steps.push_back(entryStep(R->Via, In));
  for (const Reached *Link : llvm::reverse(Chain)) {
    if (Link->Context == Ctx::Forked && Of.states()[Link->Previous].Context != Ctx::Forked)
      if (SiteId Fork = Of.graph().G.forks().forkOf(Link->Site))
        Steps.push_back(forkStep(I->P, Fork));
    appendCall(Steps, Link->Function, Link->Site, Link->Via, In);
  }
  return Steps;
}

uint32_t Solution::entryOf(FunctionId F, Ctx C, const Contexts *In) const {
  const Contexts &Of = In ? *In : *I->C;
  const Reached *R = Of.state(F, C);
  while (R && R->Previous != UINT32_MAX)
    R = &Of.states()[R->Previous];
  return R ? R->Via : UINT32_MAX;
}

std::vector<std::string> Solution::assumptions(FunctionId F, Ctx C, const Contexts *In) const {
  const Contexts &Of = In ? *In : *I->C;
  std::vector<std::string> Out;
  const Program &P = I->P;
  for (const Reached *R = Of.state(F, C); R;
       R = R->Previous == UINT32_MAX ? nullptr : &Of.states()[R->Previous]) {
    if (R->Previous == UINT32_MAX) {
      if (Of.graph().EntrySure[R->Via] != Confidence::High)
        Out.push_back("that " + entryText(P, Of.graph().Entries[R->Via]));
      continue;
    }
    if (R->Via == UINT32_MAX)
      continue;
    const Edge &E = Of.graph().Edges[R->Via];
    if (E.Sure != Confidence::High)
      Out.push_back("that the call in '" + P.name(E.From).str() + "' can reach '" + P.name(E.To).str() + "'");
  }
  std::reverse(Out.begin(), Out.end());
  return Out;
}

ArrayRef<Connection> Solution::connections() const { return I->Gr->Connections; }

CtxMask Solution::emittedIn(const Connection &C) const {
  CtxMask M = C.Emitted ? maskOf(*C.Emitted) : 0;
  if (C.Form == ConnectionForm::Continuation)
    return M | maskOf(Ctx::Worker);
  if (C.Form != ConnectionForm::Connect)
    return M | contextsAt(C.Through ? C.Through : C.Site);
  return C.Signal ? M | contexts(C.Signal) : M;
}

const Connection *Solution::causeOf(FunctionId F, Ctx C) const {
  const Reached *R = I->C->state(F, C);
  return R && R->Connection ? &I->Gr->Connections[R->Connection - 1] : nullptr;
}

ArrayRef<EntryPoint> Solution::entries() const { return I->Gr->Entries; }
const Contract &Solution::contract(FunctionId F) const { return I->T->contract(F); }

void Solution::print(raw_ostream &OS) const {
  const Program &P = I->P;
  std::vector<std::string> Lines;
  for (uint32_t F = 0; F < P.Functions.size(); ++F) {
    CtxMask M = contexts(FunctionId(F));
    if (!M)
      continue;
    std::string Line = (P.text(P.Functions[F].Name) + P.text(P.Functions[F].Signature) + ":").str();
    for (unsigned C = 0; C < unsigned(Ctx::Count); ++C)
      if (M & maskOf(Ctx(C)))
        Line += (" " + shortName(Ctx(C))).str();
    Lines.push_back(std::move(Line));
  }
  llvm::sort(Lines);
  for (const std::string &L : Lines)
    OS << L << '\n';
}

} // namespace offmain
