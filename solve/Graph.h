// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The call graph with threads: edges beyond direct calls, and the entries where contexts begin.
//
//   direct call with a body          implicit: found at the site while walking
//   virtual / through a value        Edge, Hop::Same
//   callback handed to a library     EntryPoint (worker, handler, ...), or Edge when the library calls it before it returns
//   signal → handler/slot            Edge from the emitting function (GObject) or from the signal itself (Qt)
//
// A function that only passes its callable parameter on has a *contract* for that parameter, inferred: what is
// passed is attached at the call that passes it. So a project's own spawners and hand-offs need no configuration, and
// a shared forEach() does not mix the threads of its users. Rejected: k-call-strings over the whole graph (cost, and
// witnesses that repeat the same helper).
#ifndef OFFMAIN_SOLVE_GRAPH_H
#define OFFMAIN_SOLVE_GRAPH_H

#include "solve/Arguments.h"
#include "solve/Connections.h"
#include "solve/Guards.h"
#include "solve/Receivers.h"
#include "llvm/ADT/DenseSet.h"
#include "llvm/ADT/STLFunctionalExtras.h"
#include <map>

namespace offmain {

/// How the context changes along an edge.
enum class Hop : uint8_t {
  Same,
  ToHandler,   ///< queued to the main loop
  ToWorker,    ///< queued to a worker's loop
  ToMainAuto,  ///< Qt auto connection to an object on main: direct on main, queued from elsewhere
  LoopOfCaller ///< posted to the current thread's own loop (a context-free single shot)
};
std::optional<Ctx> hop(Hop H, Ctx C);

/// The context that begins where a model says that something runs; none for words that need more than themselves.
std::optional<Ctx> contextOf(Thread T);

/// A call through a field of a class structure (`FooClass`, `FooIface`) that is given an object first.
bool classSlotCall(const Tables &T, const Site &S);

struct Edge {
  FunctionId From, To;
  SiteId Site;                 ///< the place to show; its caller is From except for Qt signals (the connect call)
  Hop How = Hop::Same;
  SiteState State;             ///< what may pass (guards at the site and inside what it passes through)
  Confidence Sure = Confidence::High;
  uint32_t Text = 0;           ///< index into Graph::Texts: "calls 'f' through ..."
  SiteId Related;              ///< connect site, registration
  uint32_t Path = 0;           ///< index into Graph::Paths: the calls between Site and To, outermost first (0: none)
  bool Emission = false;       ///< a signal is emitted at Site
  uint32_t Connection = 0;     ///< number + 1 in Graph::Connections of the connection that makes it
};

struct GSignals;

class Graph {
public:
  /// `GuiThreads`: thread functions that run the GUI in place of main (see Solve.cpp).
  Graph(const Tables &T, Flow &F, const Guards &G, const Homes &H, const ArgumentTests &Arguments,
        const llvm::DenseSet<uint32_t> &GuiThreads);

  const Tables &T;
  const Program &P;
  Flow &Fl;
  const Guards &G;
  const Homes &H;
  const ArgumentTests &Arguments;
  const llvm::DenseSet<uint32_t> &GuiThreads;
  const Receivers Objects;

  std::vector<Edge> Edges;     ///< sorted by From after build()
  std::vector<EntryPoint> Entries;
  std::vector<Confidence> EntrySure; ///< parallel to Entries
  std::vector<std::string> Texts;
  std::vector<std::vector<SiteId>> Paths;
  std::vector<Connection> Connections; ///< sorted by nothing; rules sort what they say of them
  uint32_t path(llvm::ArrayRef<SiteId> Sites);

  /// Has a body or edges; is a destructor. A bit a function, as searches ask for every call: the functions themselves do not
  /// fit a cache. After build().
  llvm::BitVector Enterable, Destructors;

  void build();
  /// Whether a library calls the program with the lock held that G follows: as the model says, else GTK does so with its
  /// lock and GLib does not; of the interpreter's lock it depends on how the loop was entered.
  AtEntry lockAtEntry(Under Said, Toolkit Kit) const;
  /// Whether a library says that it calls with that very lock, on whichever thread.
  bool calledWith(Under Said) const { return Said == Under::Gil && G.ofInterpreter(); }
  /// `Row` where that connection runs something on the wrong thread when it runs in C, else `Before`.
  uint32_t misrun(uint32_t Row, Ctx C, uint32_t Before) const {
    return Row && Connections[Row - 1].misruns(C) ? Row : Before;
  }
  /// Edges that leave F; after build().
  llvm::ArrayRef<Edge> from(FunctionId F) const {
    return llvm::ArrayRef<Edge>(Edges).slice(EdgesBegin[F.Index], EdgesBegin[F.Index + 1] - EdgesBegin[F.Index]);
  }

  // ---- used by the parts of build() (Callbacks.cpp, QtSignals.cpp, GSignals.cpp) ----
  /// What happens to a callable: it runs inline at a place, or a context begins with it.
  struct Use {
    bool Inline = true;
    Ctx Context = Ctx::Worker;   ///< not inline: the context that begins
    AtEntry Lock = AtEntry::Unknown; ///< not inline, on main: whether it begins with the lock held
    Hop How = Hop::Same;         ///< inline: through which kind of queue
    SiteState State;             ///< guards on the way
    SiteId At;                   ///< where it is finally called or handed over
    SiteId Carrier;              ///< inline: the call is made from this site's function, not from where it is passed
    FunctionId Via;              ///< the project function it was passed through, or none
    llvm::SmallVector<SiteId, 2> Path; ///< the calls between where it is passed and At, outermost first
    Confidence Sure = Confidence::High;
    std::string What;            ///< "std::thread", "g_idle_add", "the std::function stored in 'X::cb'"
    std::optional<Passing> Arguments; ///< how arguments reach the callee's parameters, when that is known
    SiteId Related;
    uint32_t Connection = 0;     ///< as in Edge
  };
  /// The callable V, seen in Frame at Site, is used as U says.
  void use(FunctionId Frame, SiteId Site, ValueId V, const Use &U, unsigned Depth = 0);
  void addEdge(Edge E, llvm::StringRef Text);
  void addEntry(FunctionId F, Ctx C, SiteId S, llvm::StringRef How, Confidence Sure = Confidence::High,
                AtEntry Lock = AtEntry::Unknown, uint32_t Connection = 0);
  uint32_t text(llvm::StringRef Text);
  /// A call whose targets depend on the class of an object: a signal emission, a call through a class structure. Where
  /// the object is a parameter, the callers' more specific types decide, at the callers' calls; `Reach` is asked once for
  /// every place where the object's type is as known as it gets. RecordId: none if nothing is known.
  struct Dispatch {
    SiteId At;              ///< the emission or the call through the slot
    SiteId Place;           ///< the call from which the edges start
    SiteState State;        ///< guards on the way
    llvm::SmallVector<SiteId, 2> Path; ///< the calls between Place and the target, outermost first; ends with At
    RecordId Type;
    LocalId Fresh;          ///< the object is one that the place's function has just made and keeps in this local
  };
  void dispatch(SiteId At, ValueId Object, llvm::function_ref<void(const Dispatch &)> Reach);
  /// The class of a GObject value where the code says one (not GObject itself).
  RecordId instanceType(ValueId V) const;
  bool ownDefault(SiteId S) const;
  /// Contexts as words of a callback contract; nullopt: no account is given (Nowhere, unknown context).
  std::optional<Use> useOf(const CallbackContract &C, SiteId S);
  /// What GObject calls when an object of class R ends: its dispose and finalize, a widget's destroy.
  llvm::SmallVector<FunctionId, 2> classEnds(RecordId R) const;
  bool Changed = false;
  /// Files of main() functions that never call a toolkit, in a database where another does: their loops are no GUI's.
  llvm::DenseSet<uint32_t> PlainMains;

private:
  void attach(FunctionId F, SiteId Site, const Use &U, unsigned Candidates);
  bool onlyWhileCalling(Cell C) const;
  void contractOfParameter(FunctionId Frame, SiteId Site, unsigned N, const Use &U, unsigned Depth);
  void modelCallbacks();
  void keptCallback(const CallbackContract &C, SiteId S);
  void indirectCalls();
  void virtualCalls();
  void receiverCalls();
  void unknownCallables();
  void findPlainMains();
  void rootEntries();
  void toolkitOverrides();
  void toolkitFields();
  void qtConnections();
  void qtInvocations();
  uint32_t contextless(SiteId S);
  void gobjectSignals();
  void gobjectLifecycle();
  void gobjectSources();
  void ownedDeletes();
  std::optional<Ctx> contextLoop(FunctionId Frame, ValueId Context);
  void sigcSignals();
  void finish();

  friend struct QtSignals;
  friend struct GSignals;
  struct ParamContract {
    unsigned Param;
    Use How;
  };
  llvm::DenseMap<uint32_t, std::vector<ParamContract>> Contracts;
  /// (place, helper's call, signal) → its row in Connections, the same in each round of build()
  std::map<std::tuple<SiteId, SiteId, FunctionId>, uint32_t> ConnectionIds;
  std::vector<uint32_t> EdgesBegin; ///< by function, one more than functions
  std::shared_ptr<GSignals> GObject; ///< what connects and creates signals, collected once
  llvm::DenseSet<uint64_t> SeenEdges, SeenEntries;
  llvm::StringMap<uint32_t> TextIds;
};

} // namespace offmain

#endif
