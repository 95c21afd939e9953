// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// GObject signals, properties and life cycle (https://docs.gtk.org/gobject/concepts.html), and sigc++ signals.
//
// A handler runs where the signal is emitted, before the emission returns. Emissions are joined with connections by
// signal name and related instance types; class closures by the vtable slot given to g_signal_new().
#include "solve/Graph.h"
#include "llvm/ADT/STLExtras.h"
#include <map>

using namespace llvm;

namespace offmain {

struct GSignals {
  Graph &Gr;
  const Tables &T;
  const Program &P;

  struct Connected {
    SiteId Site;
    ValueId Handler;
    RecordId Instance;
  };
  std::map<std::string, std::vector<Connected>> Handlers;
  /// (variable cell, index) → signal names created there
  std::map<std::pair<Cell, uint32_t>, std::string> Ids;
  std::map<std::string, std::vector<SiteId>> Created;

  explicit GSignals(Graph &G) : Gr(G), T(G.T), P(G.P) {}

  static std::string canonical(StringRef Name) {
    std::string N = Name.str();
    for (char &C : N)
      if (C == '_')
        C = '-';
    if (StringRef(N).starts_with("notify::"))
      return N;
    return StringRef(N).split("::").first.str();
  }

  static std::string snake(StringRef Type) {
    std::string Out;
    for (size_t I = 0; I < Type.size(); ++I) {
      bool Upper = isupper(Type[I]);
      bool NextLower = I + 1 < Type.size() && islower(Type[I + 1]);
      bool PrevLower = I && (islower(Type[I - 1]) || isdigit(Type[I - 1]));
      if (Upper && I && (PrevLower || (NextLower && isupper(Type[I - 1]))))
        Out += '_';
      Out += tolower(Type[I]);
    }
    return Out;
  }

  RecordId instanceOf(ValueId V) const { return Gr.instanceType(V); }

  ValueId argument(const Site &S, int N) const { return N == ReceiverArg ? S.Receiver : N < 0 ? ValueId() : P.arg(S, N); }

  std::pair<Cell, uint32_t> idKey(ValueId V) const {
    uint32_t Index = UINT32_MAX;
    if (V && P[V].Kind == ValueKind::Index && P[V].B != UINT32_MAX) {
      const Value &I = P.Values[P[V].B];
      Index = I.Kind == ValueKind::Enum ? I.B : I.Kind == ValueKind::Int ? I.A : UINT32_MAX;
    }
    return {T.cellOf(V), Index};
  }

  void collect() {
    for (SiteId S : T.sitesWith(Role::GSignalNew))
      if (StringRef N = T.stringOf(P.arg(P[S], 0)); !N.empty())
        Created[canonical(N)].push_back(S);
    collectClassSlots();
    for (const Event &E : P.Events) {
      if (Created.empty())
        break;
      if (E.Kind != EventKind::Store || E.B == UINT32_MAX || P.Values[E.B].Kind != ValueKind::CallResult)
        continue;
      const Site &S = P.Sites[P.Values[E.B].A];
      Role What = T.contract(S).What;
      if (What == Role::GSignalNew || What == Role::GSignalLookup)
        Ids[idKey(ValueId(E.A))] = canonical(T.stringOf(P.arg(S, 0)));
    }
    for (SiteId S : T.sitesWith(Role::GSignalConnect)) {
      const Contract &C = T.contract(P[S]);
      StringRef Name = T.stringOf(argument(P[S], C.SignalNameArg));
      if (Name.empty())
        continue;
      Handlers[canonical(Name)].push_back(
          {S, argument(P[S], C.HandlerArg), instanceOf(argument(P[S], C.SignalInstanceArg))});
    }
  }

  std::vector<std::string> emitted(const Site &S, const Contract &C) const {
    ValueId Name = argument(S, C.SignalNameArg);
    if (C.What == Role::GSignalEmitByName)
      return {canonical(T.stringOf(Name))};
    Name = T.strip(Name);
    if (!Name)
      return {};
    if (P[Name].Kind == ValueKind::CallResult) {
      const Site &Lookup = P.Sites[P[Name].A];
      if (T.contract(Lookup).What == Role::GSignalLookup)
        return {canonical(T.stringOf(P.arg(Lookup, 0)))};
      return {};
    }
    auto It = Ids.find(idKey(Name));
    if (It != Ids.end())
      return {It->second};
    return {};
  }

  Edge edgeFor(const Graph::Dispatch &D) const {
    Edge E;
    E.From = P[D.Place].Caller;
    E.Site = D.Place;
    E.State = D.State;
    E.Path = Gr.path(D.Path);
    E.Emission = true;
    return E;
  }

  std::string emits(const Graph::Dispatch &D, StringRef Name) const {
    return !D.Path.empty() ? ("calls '" + P.name(P[D.Place].Callee) + "', on the way to '" + Name + "'").str()
                 : ("emits '" + Name + "'").str();
  }

  void emission(SiteId S, StringRef Name, ValueId Object) {
    auto It = Handlers.find(Name.str());
    auto Made = Created.find(Name.str());
    if (It == Handlers.end() && Made == Created.end())
      return;
    Gr.dispatch(S, Object, [&](const Graph::Dispatch &D) {
      if (It != Handlers.end())
        connected(D, Name, It->second);
      if (Made != Created.end())
        classHandlers(D, Name, Made->second);
    });
  }

  /// Can an object known as an A be one known as a B? Interfaces and opaque types have no body to tell.
  bool compatible(RecordId A, RecordId B) const {
    if (!A || !B || !P[A].is(RecordFlag::Complete) || !P[B].is(RecordFlag::Complete))
      return true;
    return T.related(A, B);
  }

  /// Can the object that was just made be the one that C connects to? Its own code connects through a parameter; others
  /// must have been given it.
  bool sameObject(const Graph::Dispatch &D, const Connected &C) const {
    const Site &S = P[C.Site];
    ValueId To = T.strip(argument(S, T.contract(S).SignalInstanceArg));
    if (!To)
      return true;
    auto IsFresh = [&](ValueId V) {
      V = T.strip(V);
      return V && P[V].Kind == ValueKind::Local && P[V].A == D.Fresh.Index;
    };
    switch (P[To].Kind) {
    case ValueKind::Local:
      return IsFresh(To);
    case ValueKind::Field:
    case ValueKind::Global:
      return llvm::any_of(T.stores(T.cellOf(To)), [&](const FramedValue &V) { return IsFresh(V.Value); });
    case ValueKind::Param:
      return llvm::any_of(T.directCallers(S.Caller), [&](SiteId Call) { return IsFresh(P.arg(P[Call], P[To].A)); });
    default:
      return true;
    }
  }

  void connected(const Graph::Dispatch &D, StringRef Name, const std::vector<Connected> &List) {
    for (const Connected &C : List) {
      if (!compatible(D.Type, C.Instance) || (D.Fresh && !sameObject(D, C)))
        continue;
      for (FunctionId F : Gr.Fl.functions(P[C.Site].Caller, C.Handler)) {
        Edge E = edgeFor(D);
        E.To = F;
        E.Related = C.Site;
        bool Known = D.Type && C.Instance;
        auto Same = Created.find(Name.str());
        bool Common = Same != Created.end() && Same->second.size() > 1;
        E.Sure = Known ? Confidence::High : Common ? Confidence::Low : Confidence::Medium;
        Gr.addEdge(E, emits(D, Name) + (", to which '" + P.name(F) + "' is connected").str());
      }
    }
  }

  void classHandlers(const Graph::Dispatch &D, StringRef Name, const std::vector<SiteId> &Made) {
    for (SiteId New : Made) {
      ValueId Offset = T.strip(P.arg(P[New], 3));
      if (!Offset || P[Offset].Kind != ValueKind::OffsetOf || P[Offset].B == UINT32_MAX)
        continue;
      for (const FramedValue &V : T.stores(cellOfVariable(P[Offset].B)))
        for (FunctionId F : Gr.Fl.functions(V.Frame, V.Value)) {
          if (!implements(V.Frame, D.Type))
            continue;
          Edge E = edgeFor(D);
          E.To = F;
          E.Related = New;
          E.Sure = Confidence::Medium;
          Gr.addEdge(E, emits(D, Name) + (", whose class handler is '" + P.name(F) + "'").str());
        }
    }
  }

  /// Is a class_init function (where a slot is filled) that of Type, of a base or of an heir of it? Unknown types are.
  bool implements(FunctionId ClassInit, RecordId Type) const {
    StringRef Prefix = P.name(ClassInit);
    if (!Type || !P[Type].is(RecordFlag::Complete) || !Prefix.consume_back("_class_init"))
      return true;
    for (RecordId B : T.bases(Type))
      if (snake(T.typeName(B)) == Prefix)
        return true;
    for (RecordId D : T.heirs(Type))
      if (snake(T.typeName(D)) == Prefix)
        return true;
    return false;
  }

  /// FOO_GET_CLASS(object)->slot(object, ...): the slot as filled by the classes the object can be of.
  void classCalls() {
    for (SiteId S : T.indirectSites()) {
      const Site &At = P[S];
      if (!classSlotCall(T, At))
        continue;
      // FOO_CLASS(foo_parent_class)->slot(): up to a base, most often the library's.
      ValueId Class = T.strip(P[At.Target].A == UINT32_MAX ? ValueId() : ValueId(P[At.Target].A));
      if (Class && P[Class].Kind == ValueKind::Global && P.name(VariableId(P[Class].A)).ends_with("parent_class"))
        continue;
      Gr.dispatch(S, P.arg(At, 0), [&](const Graph::Dispatch &D) {
        unsigned Count = 0;
        SmallVector<FunctionId, 8> Targets;
        for (const FramedValue &V : T.stores(cellOfVariable(P[At.Target].B)))
          if (implements(V.Frame, D.Type))
            for (FunctionId F : Gr.Fl.functions(V.Frame, V.Value))
              Targets.push_back(F);
        Count = Targets.size();
        for (FunctionId F : Targets) {
          Edge E = edgeFor(D);
          E.Emission = false;
          E.To = F;
          E.Sure = Count <= 3 ? Confidence::High : Count <= 12 ? Confidence::Medium : Confidence::Low;
          Gr.Fl.addCaller(F, Passing{S});
          std::string Slot = P.name(VariableId(P[At.Target].B)).str();
          Gr.addEdge(E, !D.Path.empty() ? "calls '" + P.name(P[D.Place].Callee).str() + "', on the way to '" + Slot + "'"
                              : "calls '" + P.name(F).str() + "' through '" + Slot + "'");
        }
      });
    }
  }

  void signals() {
    for (Role R : {Role::GSignalEmit, Role::GSignalEmitByName})
      for (SiteId S : T.sitesWith(R)) {
        const Contract &C = T.contract(P[S]);
        for (const std::string &Name : emitted(P[S], C))
          if (!Name.empty())
            emission(S, Name, argument(P[S], C.SignalInstanceArg));
      }
    for (SiteId S : T.sitesWith(Role::GNotify)) {
      const Contract &C = T.contract(P[S]);
      ValueId Name = argument(P[S], C.SignalNameArg);
      StringRef Property = T.stringOf(Name);
      ValueId Instance = argument(P[S], C.SignalInstanceArg);
      if (!Property.empty())
        emission(S, canonical(("notify::" + Property).str()), Instance);
      emission(S, "notify", Instance);
    }
    toolkitSignals();
  }

  /// Handlers of signals that the program does not create: the toolkit emits them.
  void toolkitSignals() {
    for (auto &[Name, List] : Handlers)
      for (const Connected &C : List) {
        bool Own = C.Instance && !P[C.Instance].is(RecordFlag::Outside);
        if (Created.count(Name) && (Own || !C.Instance))
          continue;
        if (Own && StringRef(Name).starts_with("notify"))
          continue;
        Ctx On = Ctx::Handler;
        bool Known = false, Silent = false;
        AtEntry Lock = AtEntry::Unknown;
        auto Ask = [&](StringRef Class) {
          if (Known)
            return;
          auto M = T.Models.signal((Class + "::" + Name).str());
          if (!M)
            return;
          Known = true;
          Lock = Gr.lockAtEntry(M->Lock, M->Kit);
          if (M->On == Thread::LibraryThread || M->On == Thread::Worker)
            On = Ctx::Library;
          else if (M->On == Thread::Main && !M->Handler) { // before or after the main loop
            On = Ctx::Startup;
            Lock = AtEntry::Unknown;
          }
          Silent = M->On == Thread::Nowhere || M->On == Thread::Any || M->On == Thread::Emitter;
        };
        if (C.Instance)
          for (RecordId B : T.bases(C.Instance))
            Ask(T.typeName(B));
        if (Silent)
          continue;
        for (FunctionId F : Gr.Fl.functions(P[C.Site].Caller, C.Handler))
          Gr.addEntry(F, On, C.Site, "handler of '" + Name + "'", C.Instance ? Confidence::High : Confidence::Medium,
                      Lock);
        useHandler(C, On, Name, Lock);
      }
  }

  /// Handlers given through a project's own connect helper (a parameter).
  void useHandler(const Connected &C, Ctx On, StringRef Name, AtEntry Lock) {
    ValueId H = T.strip(C.Handler);
    if (!H || P[H].Kind != ValueKind::Param)
      return;
    Graph::Use U;
    U.Inline = false;
    U.Context = On;
    U.Lock = Lock;
    U.At = C.Site;
    U.What = ("handler of '" + Name + "'").str();
    Gr.use(P[C.Site].Caller, C.Site, H, U);
  }

  /// "<prefix>_class_init/<slot>" → what it stores in GObjectClass::<slot>.
  std::map<std::string, std::vector<FramedValue>> ClassSlots;

  void collectClassSlots() {
    for (uint32_t V = 0; V < P.Variables.size(); ++V) {
      const Variable &Var = P.Variables[V];
      if (!Var.Owner || T.typeName(Var.Owner) != "GObjectClass")
        continue;
      for (const FramedValue &S : T.stores(cellOfVariable(V)))
        ClassSlots[(P.name(S.Frame) + "/" + P.text(Var.Name).rsplit("::").second).str()].push_back(S);
    }
  }

  /// Functions stored in GObjectClass::<Slot> by <prefix>_class_init.
  std::vector<FunctionId> classSlot(StringRef Slot, StringRef Prefix) const {
    std::vector<FunctionId> Out;
    auto It = ClassSlots.find((Prefix + "_class_init/" + Slot).str());
    if (It != ClassSlots.end())
      for (const FramedValue &S : It->second)
        for (FunctionId F : Gr.Fl.functions(S.Frame, S.Value))
          Out.push_back(F);
    return Out;
  }

  void lifecycleEdge(SiteId S, FunctionId To, Confidence Sure, const Twine &Text) {
    Edge E;
    E.From = P[S].Caller;
    E.To = To;
    E.Site = S;
    E.State = Gr.G.at(S);
    E.Sure = Sure;
    Gr.addEdge(E, Text.str());
  }

  void lifecycle() {
    for (SiteId S : T.sitesWith(Role::GNewObject)) {
      ValueId Type = T.strip(P.arg(P[S], 0));
      if (!Type || P[Type].Kind != ValueKind::CallResult || !P.Sites[P[Type].A].Callee)
        continue;
      StringRef Name = P.name(P.Sites[P[Type].A].Callee);
      if (!Name.consume_back("_get_type"))
        continue;
      if (FunctionId Init = T.functionNamed((Name + "_init").str()); Init && P[Init].hasBody())
        lifecycleEdge(S, Init, Confidence::High, "makes an object whose instance init is '" + P.name(Init) + "'");
      for (FunctionId F : classSlot("constructed", Name))
        lifecycleEdge(S, F, Confidence::High, "makes an object, which calls '" + P.name(F) + "'");
    }
    for (SiteId S : T.sitesWith(Role::GUnref)) {
      RecordId R = instanceOf(P.arg(P[S], 0));
      if (!R || P[R].is(RecordFlag::Outside))
        continue;
      for (StringRef Slot : {"dispose", "finalize"})
        for (FunctionId F : classSlot(Slot, snake(T.typeName(R))))
          lifecycleEdge(S, F, Confidence::Low, "may drop the last reference, which calls '" + P.name(F) + "'");
    }
    for (SiteId S : T.sitesWith(Role::GSetProperty)) {
      const Site &At = P[S];
      RecordId R = instanceOf(P.arg(At, 0));
      if (R && P[R].is(RecordFlag::Outside))
        continue;
      for (FunctionId F : R ? classSlot("set_property", snake(T.typeName(R))) : std::vector<FunctionId>())
        lifecycleEdge(S, F, Confidence::Medium, "sets a property, which calls '" + P.name(F) + "'");
      for (unsigned I = 1; I + 1 < At.ArgsCount; I += 2)
        if (StringRef Property = T.stringOf(P.arg(At, I)); !Property.empty())
          emission(S, canonical(("notify::" + Property).str()), P.arg(At, 0));
    }
  }

  // ---- sigc++ ----

  /// The cell of a sigc::signal, through an accessor of the project's own that returns it.
  Cell signalCell(ValueId V, unsigned Depth = 0) const {
    V = T.strip(V);
    if (!V || Depth > 4)
      return 0;
    if (P[V].Kind == ValueKind::CallResult) {
      const Site &S = P.Sites[P[V].A];
      if (S.Callee && P[S.Callee].hasBody()) {
        auto R = T.returns(S.Callee);
        return R.size() == 1 ? signalCell(R[0], Depth + 1) : 0;
      }
      return 0;
    }
    return T.cellOf(V);
  }

  void sigc() {
    std::map<Cell, std::vector<SiteId>> Slots;
    for (SiteId S : T.sitesWith(Role::SigcConnect)) {
      ValueId Signal = T.strip(P[S].Receiver);
      if (!Signal)
        continue;
      if (P[Signal].Kind == ValueKind::CallResult && P.Sites[P[Signal].A].Callee &&
          T.external(P.Sites[P[Signal].A].Callee)) {
        Graph::Use U;
        U.Inline = false;
        U.Context = Ctx::Handler;
        U.Lock = Gr.lockAtEntry(Under::Unset, T.contract(P.Sites[P[Signal].A]).Kit);
        U.At = S;
        U.What = ("handler of '" + P.name(P.Sites[P[Signal].A].Callee) + "'").str();
        Gr.use(P[S].Caller, S, P.arg(P[S], 0), U);
        continue;
      }
      if (Cell C = signalCell(Signal))
        Slots[C].push_back(S);
    }
    for (SiteId S : T.sitesWith(Role::SigcEmit)) {
      auto It = Slots.find(signalCell(P[S].Receiver));
      if (It == Slots.end() || !It->first)
        continue;
      for (SiteId C : It->second)
        for (FunctionId F : Gr.Fl.functions(P[C].Caller, P.arg(P[C], 0))) {
          Edge E;
          E.From = P[S].Caller;
          E.To = F;
          E.Site = S;
          E.State = Gr.G.at(S);
          E.Related = C;
          E.Emission = true;
          Gr.addEdge(E, ("emits a signal to which '" + P.name(F) + "' is connected").str());
        }
    }
  }
};

void Graph::gobjectSignals() {
  if (!GObject) {
    GObject = std::make_shared<GSignals>(*this);
    GObject->collect();
  }
  GObject->signals();
  GObject->classCalls();
}
SmallVector<FunctionId, 2> Graph::classEnds(RecordId R) const {
  SmallVector<FunctionId, 2> Out;
  for (StringRef Slot : {"dispose", "finalize", "destroy"})
    for (FunctionId F : GObject->classSlot(Slot, GSignals::snake(T.typeName(R))))
      Out.push_back(F);
  return Out;
}
void Graph::gobjectLifecycle() { GObject->lifecycle(); }
void Graph::sigcSignals() { GSignals(*this).sigc(); }

} // namespace offmain
