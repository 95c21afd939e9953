// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "checks/Misrun.h"
#include "llvm/ADT/DenseSet.h"
#include "llvm/ADT/STLExtras.h"
#include <map>
#include <queue>

using namespace llvm;

namespace offmain {

namespace {

constexpr unsigned MaxFunctions = 4000; ///< looked at below one slot
constexpr unsigned MaxOthers = 10;      ///< further uses listed

/// One way in which a connection starts its slot.
struct Start {
  FunctionId Slot;
  Ctx Runs;
  Confidence Sure;
  uint32_t Edge = UINT32_MAX, Entry = UINT32_MAX;
  Ctx From = Ctx::Startup; ///< context of the edge's caller
};

struct Node {
  FunctionId F;
  Ctx C;
  Confidence Sure;
  uint32_t Depth = 0, Parent = UINT32_MAX, Edge = UINT32_MAX;
  SiteId Site;
};

struct Search {
  const Program &P;
  const Solution &S;
  const Solution::Impl &I;
  const Connection &Of;
  std::vector<Node> Nodes;
  std::vector<uint32_t> Starts;

  struct Found {
    uint32_t Node;
    SiteId Site; ///< none: the slot itself
    QtUse Use;
  };
  std::vector<Found> Uses;

  /// A slot of the toolkit's own is itself the use.
  std::optional<QtUse> ownUse(const Node &N) const {
    if (P[N.F].hasBody() || any_of(P.annotations(P[N.F]), [&](uint32_t A) { return P.Strings[A] == "qt_signal"; }))
      return std::nullopt;
    const Contract &C = I.T->contract(N.F);
    QtUse U;
    U.Wrong = OffMainMask;
    U.Doing = "calls " + P.name(N.F).str() + "()";
    if (C.Kit != Toolkit::Qt)
      return std::nullopt;
    if (C.RunsOn == Thread::Main)
      U.Why = "Qt's GUI classes may only be used on the main thread";
    else if (C.RunsOn == Thread::Owner && Of.ReceiverValue.Value && Of.Receiver.Kind != HomeKind::Unknown)
      U.Why = std::string("the object lives in ") +
              (Of.Receiver.Kind == HomeKind::Main ? "the main thread" : "another thread");
    else
      return std::nullopt;
    if (Of.Receiver.Kind == HomeKind::Worker)
      U.Wrong = MainMask;
    return U.Wrong & maskOf(N.C) ? std::optional<QtUse>(U) : std::nullopt;
  }

  void look(uint32_t Number) {
    const Node N = Nodes[Number];
    if (N.Parent == UINT32_MAX)
      if (auto U = ownUse(N))
        Uses.push_back({Number, SiteId(), *U});
    // What gets there without any such connection as well has a cause of its own.
    if (!S.causeOf(N.F, N.C))
      return;
    for (SiteId Id : I.T->sitesOf(N.F)) {
      auto Runs = I.G->at(Id).through(N.C);
      if (!Runs)
        continue;
      if (auto U = guiUse(P, S, Id)) {
        if (U->Wrong & maskOf(*Runs))
          Uses.push_back({Number, Id, std::move(*U)});
        continue;
      }
      for (QtUse &U : affineUses(P, S, Id))
        if ((U.Wrong & maskOf(*Runs)) && (U.Lives.Kind != HomeKind::Worker || *Runs != Ctx::Startup)) { // not yet started
          Uses.push_back({Number, Id, std::move(U)});
          break;
        }
    }
  }

  template <class Push> void expand(uint32_t Number, Push Add) const {
    const Node N = Nodes[Number];
    if (I.T->contract(N.F).What == Role::Ignore)
      return;
    auto Next = [&](FunctionId To, Ctx C, Confidence Sure, SiteId Site, uint32_t Edge) {
      Add(Node{To, C, std::min(Sure, N.Sure), N.Depth + 1, Number, Edge, Site});
    };
    for (SiteId Id : I.T->sitesOf(N.F)) {
      const Site &At = P[Id];
      if (!At.Callee || At.is(SiteFlag::Virtual) || (!P[At.Callee].hasBody() && I.Gr->from(At.Callee).empty()))
        continue;
      if (auto C = I.G->at(Id).through(N.C))
        Next(At.Callee, *C, Confidence::High, Id, UINT32_MAX);
    }
    for (const Edge &E : I.Gr->from(N.F)) {
      auto C = E.State.through(N.C);
      auto After = C ? hop(E.How, *C) : std::nullopt;
      // What is posted on runs where it should, and another connection that does not is to blame itself.
      if (!After || *After != *C || E.How == Hop::ToHandler || E.How == Hop::ToWorker ||
          I.Gr->misrun(E.Connection, *After, 0))
        continue;
      Next(E.To, *After, E.Sure, E.Site, uint32_t(&E - I.Gr->Edges.data()));
    }
  }

  void run(ArrayRef<Start> From) {
    auto Key = [](const Node &N) {
      return std::tuple(2 - int(N.Sure), N.Depth, N.F.Index, int(N.C), N.Site.Index, N.Edge, N.Parent);
    };
    auto Worse = [&](const Node &A, const Node &B) { return Key(A) > Key(B); };
    std::priority_queue<Node, std::vector<Node>, decltype(Worse)> Queue(Worse);
    for (uint32_t N = 0; N < From.size(); ++N)
      Queue.push({From[N].Slot, From[N].Runs, From[N].Sure, 0, UINT32_MAX, N, SiteId()});
    DenseSet<uint64_t> Seen;
    while (!Queue.empty() && Nodes.size() < MaxFunctions) {
      Node N = Queue.top();
      Queue.pop();
      if (!Seen.insert(uint64_t(N.F.Index) * uint64_t(Ctx::Count) + uint64_t(N.C)).second)
        continue;
      Nodes.push_back(N);
      look(Nodes.size() - 1);
      expand(Nodes.size() - 1, [&](const Node &Next) { Queue.push(Next); });
    }
  }

  std::vector<Step> chain(const Found &Use, ArrayRef<Start> From) const {
    SmallVector<const Node *, 8> Links;
    const Node *N = &Nodes[Use.Node];
    for (; N->Parent != UINT32_MAX; N = &Nodes[N->Parent])
      Links.push_back(N);
    const Start &First = From[N->Edge];
    std::vector<Step> Steps;
    if (First.Entry != UINT32_MAX) {
      Steps.push_back(S.entryStep(First.Entry));
    } else {
      const Edge &E = I.Gr->Edges[First.Edge];
      Steps = S.witness(E.From, First.From);
      S.appendCall(Steps, E.To, E.Site, First.Edge);
    }
    for (const Node *Link : reverse(Links))
      S.appendCall(Steps, Link->F, Link->Site, Link->Edge);
    if (Use.Site)
      Steps.push_back(
          {sourcePlace(P, P[Use.Site].At, P[Use.Site].End), Use.Use.Doing, P.name(P[Use.Site].Caller).str()});
    return Steps;
  }

  std::optional<Misrun> worst(ArrayRef<Start> From) {
    run(From);
    if (Uses.empty())
      return std::nullopt;
    // Nodes come surest and nearest first, and so do their uses.
    const Found &First = Uses.front();
    const Node *Root = &Nodes[First.Node];
    while (Root->Parent != UINT32_MAX)
      Root = &Nodes[Root->Parent];
    const Start &Began = From[Root->Edge];
    Misrun M;
    M.Of = &Of;
    M.Slot = Root->F;
    M.Runs = Root->C;
    M.Sure = Nodes[First.Node].Sure;
    M.Doing = First.Use.Doing;
    M.Why = First.Use.Why;
    M.Witness = chain(First, From);
    if (Began.Edge != UINT32_MAX)
      M.Assumptions = S.assumptions(I.Gr->Edges[Began.Edge].From, Began.From);
    for (const Found &U : ArrayRef(Uses).drop_front())
      if (U.Site)
        M.Others.push_back({sourcePlace(P, P[U.Site].At, P[U.Site].End), U.Use.Doing + " there as well",
                            P.name(P[U.Site].Caller).str()});
    llvm::sort(M.Others);
    M.Others.erase(std::unique(M.Others.begin(), M.Others.end()), M.Others.end());
    if (M.Others.size() > MaxOthers)
      M.Others.resize(MaxOthers);
    return M;
  }
};

std::map<uint32_t, std::vector<Start>> startsOf(const Solution &S, function_ref<bool(const Connection &)> Wanted) {
  const Graph &Gr = *S.impl().Gr;
  std::map<uint32_t, std::vector<Start>> Out;
  auto Row = [&](uint32_t Connection) -> const offmain::Connection * {
    return Connection && Wanted(Gr.Connections[Connection - 1]) ? &Gr.Connections[Connection - 1] : nullptr;
  };
  for (uint32_t N = 0; N < Gr.Edges.size(); ++N) {
    const Edge &E = Gr.Edges[N];
    const Connection *C = Row(E.Connection);
    if (!C)
      continue;
    for (unsigned X = 0; X < unsigned(Ctx::Count); ++X) {
      if (!(S.contexts(E.From) & maskOf(Ctx(X))))
        continue;
      auto To = E.State.through(Ctx(X));
      auto Runs = To ? hop(E.How, *To) : std::nullopt;
      if (Runs && C->misruns(*Runs))
        Out[E.Connection].push_back(
            {E.To, *Runs, std::min(E.Sure, S.confidence(E.From, Ctx(X))), N, UINT32_MAX, Ctx(X)});
    }
  }
  for (uint32_t N = 0; N < Gr.Entries.size(); ++N) {
    const EntryPoint &E = Gr.Entries[N];
    const Connection *C = Row(E.Connection);
    if (C && C->misruns(E.Context))
      Out[E.Connection].push_back({E.Function, E.Context, Gr.EntrySure[N], UINT32_MAX, N, Ctx::Startup});
  }
  return Out;
}

} // namespace

std::vector<Misrun> misruns(const Program &P, const Solution &S, function_ref<bool(const Connection &)> Wanted) {
  const Solution::Impl &I = S.impl();
  std::map<SiteId, Misrun> Best;
  for (auto &[Row, Starts] : startsOf(S, Wanted)) {
    const Connection &C = I.Gr->Connections[Row - 1];
    if (!ours(P, P[C.Site]))
      continue;
    auto M = Search{P, S, I, C, {}, {}, {}}.worst(Starts);
    if (!M)
      continue;
    auto Key = [](const Misrun &X) { return std::tuple(-int(X.Sure), X.Witness.size(), X.Witness); };
    auto [It, New] = Best.try_emplace(C.Site, *M);
    if (!New && Key(*M) < Key(It->second))
      It->second = *M;
  }
  std::vector<Misrun> Out;
  for (auto &[Site, M] : Best)
    Out.push_back(std::move(M));
  return Out;
}

Finding findingOf(const Program &P, const Misrun &M, StringRef Rule, Level Severity, StringRef Message) {
  const Site &At = P[M.Of->Site];
  Finding F;
  F.Rule = Rule.str();
  F.Severity = Severity;
  F.Sure = M.Sure;
  F.At = sourcePlace(P, At.At, At.End);
  F.Message = Message.str();
  F.Function = P.name(At.Caller).str();
  F.Callee = At.Callee ? P.name(At.Callee).str() : std::string();
  F.Witness = M.Witness;
  F.Assumptions = M.Assumptions;
  if (M.Of->Through) {
    const Site &Call = P[M.Of->Through];
    F.Related.push_back(
        {sourcePlace(P, Call.At, Call.End), "the connection type is given here", P.name(Call.Caller).str()});
  }
  F.Related.insert(F.Related.end(), M.Others.begin(), M.Others.end());
  return F;
}

} // namespace offmain
