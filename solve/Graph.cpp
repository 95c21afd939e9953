// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "solve/Graph.h"
#include "llvm/ADT/Hashing.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/xxhash.h"

using namespace llvm;

namespace offmain {

namespace {
/// Above these, a call through a value or a virtual says less about one target.
constexpr unsigned FewTargets = 4, ManyTargets = 12;
constexpr unsigned MaxPassing = 10;

Confidence byCandidates(unsigned N) {
  return N <= FewTargets ? Confidence::High : N <= ManyTargets ? Confidence::Medium : Confidence::Low;
}

uint64_t mix(std::initializer_list<uint64_t> Parts) {
  return xxh3_64bits(ArrayRef<uint8_t>(reinterpret_cast<const uint8_t *>(Parts.begin()), Parts.size() * 8));
}
} // namespace

std::optional<Ctx> hop(Hop H, Ctx C) {
  switch (H) {
  case Hop::Same:
    return C;
  case Hop::ToHandler:
    return Ctx::Handler;
  case Hop::ToWorker:
    return Ctx::Worker;
  case Hop::ToMainAuto:
    return maskOf(C) & MainMask ? C : Ctx::Handler;
  case Hop::LoopOfCaller:
    return C == Ctx::Startup ? Ctx::Handler : C;
  }
  return C;
}

AtEntry Graph::lockAtEntry(Under Said, Toolkit Kit) const {
  if (G.ofInterpreter())
    return calledWith(Said) ? AtEntry::Held : AtEntry::Unknown;
  switch (Said) {
  case Under::Gdk:
    return AtEntry::Held;
  case Under::Gil:
  case Under::None:
    return AtEntry::Free;
  case Under::Unknown:
    return AtEntry::Unknown;
  case Under::Unset:
    break;
  }
  return Kit == Toolkit::Gtk ? AtEntry::Held : AtEntry::Free;
}

bool classSlotCall(const Tables &T, const Site &S) {
  const Program &P = T.P;
  if (S.Callee || !S.Target || !S.ArgsCount || P[S.Target].Kind != ValueKind::Field || P[S.Target].B == UINT32_MAX)
    return false;
  RecordId Owner = P.Variables[P[S.Target].B].Owner;
  if (!Owner || !P[Owner].is(RecordFlag::CStruct))
    return false;
  StringRef Name = T.typeName(Owner);
  return Name.ends_with("Class") || Name.ends_with("Iface") || Name.ends_with("Interface");
}

Graph::Graph(const Tables &T, Flow &F, const Guards &G, const Homes &H, const ArgumentTests &Arguments,
             const DenseSet<uint32_t> &GuiThreads)
    : T(T), P(T.P), Fl(F), G(G), H(H), Arguments(Arguments), GuiThreads(GuiThreads), Objects(T) {
  Texts.emplace_back();
  Paths.emplace_back();
}

uint32_t Graph::text(StringRef Text) {
  auto [It, New] = TextIds.try_emplace(Text, Texts.size());
  if (New)
    Texts.push_back(Text.str());
  return It->second;
}

uint32_t Graph::path(ArrayRef<SiteId> Sites) {
  if (Sites.empty())
    return 0;
  Paths.push_back(Sites.vec());
  return Paths.size() - 1;
}

void Graph::addEdge(Edge E, StringRef Text) {
  if (!E.State.Allowed || !E.To || !E.From)
    return;
  uint64_t Key = mix({E.From.Index, E.To.Index, E.Site.Index, uint64_t(E.How), E.State.Allowed,
                      uint64_t(uint8_t(E.State.OnMain.Most)) << 8 | uint8_t(E.State.Off.Most),
                      uint64_t(E.State.Child)});
  if (!SeenEdges.insert(Key).second)
    return;
  E.Text = text(Text);
  Edges.push_back(E);
  Changed = true;
}

void Graph::addEntry(FunctionId F, Ctx C, SiteId S, StringRef How, Confidence Sure, AtEntry Lock, uint32_t Connection) {
  if (C == Ctx::Worker && GuiThreads.contains(F.Index)) {
    C = Ctx::Startup;
    Lock = AtEntry::Free;
  }
  if (F && C == Ctx::Handler && PlainMains.contains(P[F].At.File.Index))
    C = Ctx::Startup;
  if (!F || !SeenEntries.insert(mix({F.Index, uint64_t(C), S.Index})).second)
    return;
  EntryPoint E;
  E.Function = F;
  E.Context = C;
  E.Site = S;
  E.How = How.str();
  E.At = S ? P[S].At : P[F].At;
  E.Lock = maskOf(C) & OffMainMask ? AtEntry::Free : Lock;
  E.Connection = Connection;
  Entries.push_back(std::move(E));
  EntrySure.push_back(Sure);
  Changed = true;
}

void Graph::build() {
  findPlainMains();
  rootEntries();
  toolkitOverrides();
  virtualCalls();
  // Callables found in one round feed parameters that the next round reads.
  for (unsigned Round = 0; Round < 8; ++Round) {
    Changed = false;
    indirectCalls();
    receiverCalls();
    modelCallbacks();
    unknownCallables();
    toolkitFields();
    gobjectSources();
    ownedDeletes();
    sigcSignals();
    qtInvocations();
    qtConnections();
    gobjectSignals();
    gobjectLifecycle();
    if (!Changed)
      break;
  }
  finish();
}

/// Groups edges by caller, entries by place. What ties keeps the order it was found in, which is that of the program's ids.
void Graph::finish() {
  llvm::stable_sort(Edges, [](const Edge &A, const Edge &B) {
    return std::tie(A.From, A.Site, A.To, A.How) < std::tie(B.From, B.Site, B.To, B.How);
  });
  EdgesBegin.assign(P.Functions.size() + 1, 0);
  for (const Edge &E : Edges)
    ++EdgesBegin[E.From.Index + 1];
  Enterable.resize(P.Functions.size());
  Destructors.resize(P.Functions.size());
  for (size_t F = 0; F < P.Functions.size(); ++F) {
    Enterable[F] = P.Functions[F].hasBody() || EdgesBegin[F + 1];
    Destructors[F] = P.Functions[F].is(FunctionFlag::Destructor);
    EdgesBegin[F + 1] += EdgesBegin[F];
  }
  std::vector<uint32_t> Order(Entries.size());
  for (uint32_t I = 0; I < Order.size(); ++I)
    Order[I] = I;
  llvm::stable_sort(Order, [&](uint32_t A, uint32_t B) {
    const EntryPoint &X = Entries[A], &Y = Entries[B];
    return std::tie(X.At, X.Function, X.Context, X.Site) < std::tie(Y.At, Y.Function, Y.Context, Y.Site);
  });
  std::vector<EntryPoint> Sorted;
  std::vector<Confidence> Sure;
  for (uint32_t I : Order) {
    Sorted.push_back(std::move(Entries[I]));
    Sure.push_back(EntrySure[I]);
  }
  Entries = std::move(Sorted);
  EntrySure = std::move(Sure);
}

/// What a parameter's contract means for somebody who passes it: when the call itself happens elsewhere (another
/// thread), so does what the parameter is used for.
static Graph::Use passedBy(const Graph::Use &How, const Passing &By) {
  Graph::Use U = How;
  if (By.Later && U.Inline && !U.Carrier)
    U.Carrier = U.At;
  return U;
}

/// F was found to be what a callable is.
void Graph::attach(FunctionId F, SiteId Site, const Use &U, unsigned Candidates) {
  Confidence Sure = std::min(U.Sure, byCandidates(Candidates));
  std::optional<Passing> Arguments = U.Arguments;
  // `&C::m` is followed by the object, then by the arguments.
  if (Arguments && Arguments->Shift && P[F].is(FunctionFlag::Method) && !P[F].is(FunctionFlag::Static) &&
      !P[F].is(FunctionFlag::Lambda) && !P[F].is(FunctionFlag::CallOperator))
    ++Arguments->Shift;
  if (Arguments && Fl.addCaller(F, *Arguments)) {
    Changed = true;
    auto It = Contracts.find(F.Index);
    if (It != Contracts.end()) {
      auto Known = It->second;
      for (const ParamContract &C : Known)
        use(P[Arguments->Site].Caller, Arguments->Site, Fl.argument(F, *Arguments, C.Param), passedBy(C.How, *Arguments), 1);
    }
  }
  // `&Base::run` called on objects: whatever overrides it in the program.
  SmallVector<FunctionId, 4> Targets{F};
  if (P[F].is(FunctionFlag::Virtual))
    for (FunctionId O : T.overriders(F))
      if (T.live(P[O].Record))
        Targets.push_back(O);
  for (FunctionId Target : Targets) {
    if (!U.Inline) {
      std::string How = U.What;
      if (U.Via)
        How += (" in '" + P.name(U.Via) + "'").str();
      addEntry(Target, U.Context, Site, How, Sure, U.Lock, U.Connection);
      continue;
    }
    Edge E;
    SiteId Place = U.Carrier ? U.Carrier : Site;
    E.From = P[Place].Caller;
    E.To = Target;
    E.Site = Place;
    E.How = U.How;
    E.State = U.State;
    if (Place == Site && Site != U.At)
      E.State.under(G.at(Site));
    E.Sure = Sure;
    E.Related = U.Related;
    E.Connection = U.Connection;
    if (!U.Carrier && U.Via)
      E.Path = path(U.Path);
    std::string Text = "calls '" + P.name(Target).str() + "'";
    if (U.Via && !U.Carrier)
      Text = ("passes '" + P.name(Target) + "' to '" + P.name(U.Via) + "'").str();
    else if (!U.What.empty())
      Text += " through " + U.What;
    addEdge(E, Text);
  }
}

/// Frame uses its own parameter N as U says: so does every call of Frame with what it passes there.
void Graph::contractOfParameter(FunctionId Frame, SiteId Site, unsigned N, const Use &U, unsigned Depth) {
  auto &List = Contracts[Frame.Index];
  for (const ParamContract &C : List)
    if (C.Param == N && C.How.At == U.At && C.How.Inline == U.Inline && C.How.Context == U.Context &&
        C.How.How == U.How && C.How.Carrier == U.Carrier && C.How.State == U.State)
      return;
  Use Passed = U;
  Passed.Via = Frame;
  if (Passed.Path.empty() || Passed.Path.front() != Site)
    Passed.Path.insert(Passed.Path.begin(), Site);
  List.push_back({N, Passed});
  Changed = true;
  auto Condition = G.parameterTest(Frame, Passed.At);
  auto Each = [&](ArrayRef<SiteId> Callers) {
    for (SiteId S : Callers)
      if (!Condition || Condition->allows(P, P.arg(P[S], Condition->Param)))
      use(P[S].Caller, S, P.arg(P[S], N), Passed, Depth + 1);
  };
  Each(T.directCallers(Frame));
  for (uint32_t O : P.overrides(P[Frame]))
    Each(T.directCallers(FunctionId(O)));
  std::vector<Passing> Dynamic = Fl.dynamicCallers(Frame).vec();
  for (const Passing &D : Dynamic)
    use(P[D.Site].Caller, D.Site, Fl.argument(Frame, D, N), passedBy(Passed, D), Depth + 1);
}

RecordId Graph::instanceType(ValueId V) const {
  RecordId R = T.recordOf(V);
  if (!R)
    return R;
  StringRef N = T.typeName(R);
  return N == "GObject" || N == "GTypeInstance" || N == "GInitiallyUnowned" || N == "GTypeClass" ? RecordId() : R;
}

void Graph::dispatch(SiteId At, ValueId Object, function_ref<void(const Dispatch &)> Reach) {
  constexpr unsigned MaxUp = 6;
  constexpr size_t MaxPlaces = 400;
  struct Item {
    Dispatch D;
    ValueId Object;
    unsigned Up;
  };
  SmallVector<Item, 8> Work{{{At, At, G.at(At), {}, instanceType(Object), LocalId()}, Object, 0}};
  DenseSet<uint64_t> Seen;
  size_t Places = 0;
  while (!Work.empty()) {
    Item I = Work.pop_back_val();
    FunctionId Frame = P[I.D.Place].Caller;
    ValueId V = T.strip(I.Object);
    // A local that only holds the parameter (`Foo *self = FOO(data)`).
    if (V && P[V].Kind == ValueKind::Local)
      if (auto Held = T.stores(cellOfLocal(P[V].A)); Held.size() == 1 && Held[0].Frame == Frame) {
        ValueId Inner = T.strip(Held[0].Value);
        if (Inner && P[Inner].Kind == ValueKind::Param)
          V = Inner;
      }
    auto Callers = V && P[V].Kind == ValueKind::Param ? T.directCallers(Frame) : ArrayRef<SiteId>();
    bool Handed = !Fl.dynamicCallers(Frame).empty();
    if (V && P[V].Kind == ValueKind::Local)
      if (auto Held = T.stores(cellOfLocal(P[V].A)); Held.size() == 1 && Held[0].Frame == Frame) {
        ValueId Made = T.strip(Held[0].Value);
        if (Made && P[Made].Kind == ValueKind::CallResult && P.Sites[P[Made].A].Callee &&
            P.name(P.Sites[P[Made].A].Callee).contains("_new"))
          I.D.Fresh = LocalId(P[V].A);
      }
    if (Callers.empty() || I.Up == MaxUp || Places > MaxPlaces) {
      Reach(I.D);
      ++Places;
      continue;
    }
    // Also called through values nobody types: as known as it gets here.
    if (Handed)
      Reach(I.D);
    for (SiteId C : Callers) {
      ValueId Passed = P.arg(P[C], P[V].A);
      if (!Passed || !Seen.insert((uint64_t(C.Index) << 32) | Passed.Index).second)
        continue;
      Item Up = I;
      Up.Up = I.Up + 1;
      Up.Object = Passed;
      Up.D.Place = C;
      Up.D.Path.insert(Up.D.Path.begin(), I.D.Place);
      Up.D.State.under(G.at(C));
      RecordId Given = instanceType(Passed);
      if (Given && (!I.D.Type || T.derives(Given, I.D.Type)))
        Up.D.Type = Given;
      Work.push_back(Up);
    }
  }
}

/// A slot that whoever fills it empties again before returning (`set_progress(p, show); work(p); set_progress(p, NULL);`)
/// is filled only while that function runs: other threads find it empty.
bool Graph::onlyWhileCalling(Cell C) const {
  if (!C)
    return false;
  DenseMap<uint32_t, unsigned> Functions; // bit 0: fills, bit 1: empties
  auto Note = [&](FunctionId F, ValueId V) {
    V = T.strip(V);
    if (!V)
      return;
    bool Empty = P[V].Kind == ValueKind::Null || (P[V].Kind == ValueKind::Int && !P[V].A && !P[V].B);
    Functions[F.Index] |= Empty ? 2u : 1u;
  };
  for (const FramedValue &S : T.stores(C)) {
    ValueId V = T.strip(S.Value);
    if (V && P[V].Kind == ValueKind::Param && T.directCallers(S.Frame).size() < 200)
      for (SiteId Call : T.directCallers(S.Frame))
        Note(P[Call].Caller, P.arg(P[Call], P[V].A));
    else
      Note(S.Frame, S.Value);
  }
  bool Fills = false;
  for (auto &[F, Bits] : Functions) {
    if (Bits == 1)
      return false;
    Fills |= Bits == 3;
  }
  return Fills;
}

void Graph::use(FunctionId Frame, SiteId Site, ValueId V, const Use &U, unsigned Depth) {
  if (!V || Depth > MaxPassing || T.isNumber(Frame, V))
    return;
  const Value &X = P[V];
  switch (X.Kind) {
  case ValueKind::Function:
  case ValueKind::Lambda:
  case ValueKind::Member:
    if (X.A != UINT32_MAX)
      attach(FunctionId(X.A), Site, U, 1);
    return;
  case ValueKind::Param:
    return contractOfParameter(Frame, Site, X.A, U, Depth);
  case ValueKind::Captured: {
    const Function &L = P[Frame];
    if (X.A >= L.CapturesCount || !L.Parent)
      return;
    Use Carried = U;
    if (U.Inline && !U.Carrier)
      Carried.Carrier = Site;
    return use(L.Parent, Site, P.Captures[L.CapturesBegin + X.A].InEnclosing, Carried, Depth + 1);
  }
  case ValueKind::AddressOf:
    return use(Frame, Site, ValueId(X.A), U, Depth + 1);
  case ValueKind::Select:
    use(Frame, Site, ValueId(X.A), U, Depth + 1);
    return use(Frame, Site, ValueId(X.B), U, Depth + 1);
  case ValueKind::Local: {
    auto Stores = T.stores(cellOfLocal(X.A));
    for (const FramedValue &S : Stores)
      if (S.Value != V)
        use(S.Frame, Site, S.Value, U, Depth + 1);
    if (Stores.size())
      return;
    break;
  }
  case ValueKind::CallResult: {
    const offmain::Site &S = P.Sites[X.A];
    const Contract &C = T.contract(S);
    if (C.ReturnsArg != NoArg)
      return use(Frame, Site, C.ReturnsArg == ReceiverArg ? S.Receiver : P.arg(S, C.ReturnsArg), U, Depth + 1);
    bool OutsideCtor = S.is(SiteFlag::Constructor) && S.Callee && T.external(S.Callee);
    if (C.What == Role::MakeSlot || OutsideCtor) {
      for (unsigned I = 0; I < S.ArgsCount; ++I) {
        Use Bound = U;
        if (C.What == Role::MakeSlot)
          Bound.Arguments = Passing{SiteId(X.A), int(I) + 1, NoArg, true};
        use(Frame, Site, P.arg(S, I), Bound, Depth + 1);
      }
      return;
    }
    if (S.Callee && P[S.Callee].hasBody() && !S.is(SiteFlag::Constructor)) {
      for (ValueId R : T.returns(S.Callee))
        if (P[R].Kind == ValueKind::Param)
          use(Frame, Site, P.arg(S, P[R].A), U, Depth + 1);
    }
    break;
  }
  default:
    break;
  }
  constexpr size_t TooMany = 64; // says nothing of any one of them, and costs the square
  auto Found = Fl.functions(Frame, V);
  if (Found.size() > TooMany)
    return;
  Use Through = U;
  if (Through.What.empty()) {
    if (X.Kind == ValueKind::Field && X.B != UINT32_MAX)
      Through.What = ("the callable stored in '" + P.name(VariableId(X.B)) + "'").str();
    else if (X.Kind == ValueKind::Global)
      Through.What = ("the callable stored in '" + P.name(VariableId(X.A)) + "'").str();
  }
  if (onlyWhileCalling(T.cellOf(V)))
    Through.Sure = Confidence::Low;
  for (FunctionId F : Found)
    attach(F, Site, Through, Found.size());
}

} // namespace offmain
