// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Qt's connections, by-name and functor invocations and single shots: https://doc.qt.io/qt-6/signalsandslots.html,
// delivery by connection type: https://doc.qt.io/qt-6/qt.html#ConnectionType-enum.
//
// A signal is a function without a body; its slots are edges from the signal itself, so signal → signal chains need
// nothing special and one emission line serves all slots.
#include "solve/Graph.h"
#include "llvm/ADT/STLExtras.h"

using namespace llvm;

namespace offmain {

namespace {

/// A connect() call as written, its values in the frames where they are known.
struct Parsed {
  FramedValue Sender, Receiver; ///< Receiver: the context object; none for a bare functor
  SmallVector<FunctionId, 2> Signals;
  SmallVector<FunctionId, 2> Slots; ///< by name
  FramedValue SlotValue;            ///< or a callable
  Delivery Type = Delivery::Auto;
  bool Functor = false; ///< in the form of connect() that takes no context object
};

/// Arguments of a call, those that are parameters of its function replaced by what one caller passes.
struct Arguments {
  const Program &P;
  SiteId At, Through;
  FramedValue operator[](unsigned N) const {
    const Site &S = P[At];
    ValueId V = P.arg(S, N);
    if (Through && V && P[V].Kind == ValueKind::Param)
      if (ValueId Given = P.arg(P[Through], P[V].A))
        return {P[Through].Caller, Given};
    return {S.Caller, V};
  }
};

} // namespace

bool Connection::misruns(Ctx C) const {
  CtxMask M = maskOf(C), Off = OffMainMask & ~(maskOf(Ctx::Forked) | maskOf(Ctx::Signal));
  if (Contextless)
    return M & Off;
  if (Type != Delivery::Direct || !ReceiverValue.Value)
    return false;
  return Receiver.Kind == HomeKind::Worker ? M & MainMask : M & Off;
}

struct QtSignals {
  Graph &Gr;
  const Tables &T;
  const Program &P;

  explicit QtSignals(Graph &G) : Gr(G), T(G.T), P(G.P) {}

  /// "1slot(int)", "2signal()", "name": the bare name.
  static StringRef bareName(StringRef Text) {
    if (!Text.empty() && (Text[0] == '1' || Text[0] == '2' || Text[0] == '0'))
      Text = Text.drop_front();
    return Text.split('(').first.trim();
  }

  /// The type a constant stands for, without the flags for unique and single-shot connections.
  std::optional<Delivery> constantType(ValueId V) const {
    const Value &X = P[V];
    if (X.Kind != ValueKind::Int && X.Kind != ValueKind::Enum)
      return std::nullopt;
    switch ((X.Kind == ValueKind::Int ? X.A : X.B) & 0x7f) {
    case 1:
      return Delivery::Direct;
    case 2:
      return Delivery::Queued;
    case 3:
      return Delivery::Blocking;
    default:
      return Delivery::Auto;
    }
  }

  Delivery delivery(FramedValue V) const {
    if (!V.Value)
      return Delivery::Auto;
    if (auto Known = constantType(V.Value))
      return *Known;
    std::optional<Delivery> Found;
    for (const FramedValue &S : Gr.Fl.sources(V.Frame, V.Value)) {
      auto One = S.Value ? constantType(S.Value) : std::nullopt;
      // Chosen by a test: whoever tests knows; as Auto.
      if (One && Found && *One != *Found)
        return Delivery::Auto;
      if (One)
        Found = One;
    }
    return Found.value_or(Delivery::Auto);
  }

  /// The argument of a call that is its connection type.
  std::optional<unsigned> typeArgument(const Site &S) const {
    const Function &F = P[S.Callee];
    for (unsigned I = 0; I < F.ParamsCount && I < S.ArgsCount; ++I)
      if (P.text(P.Params[F.ParamsBegin + I].Type).contains("ConnectionType"))
        return I;
    return std::nullopt;
  }

  /// Slots by name: of the class, its bases, or (the static type may be a base) an heir.
  SmallVector<FunctionId, 2> methods(RecordId R, StringRef Name) const {
    auto Found = T.methodsNamed(R, Name);
    if (Found.empty() && R)
      for (RecordId D : T.heirs(R))
        for (FunctionId M : T.methods(D))
          if (T.shortName(M) == Name)
            Found.push_back(M);
    return Found;
  }

  std::optional<Parsed> parse(const Arguments &Given) const {
    const Site &S = P[Given.At];
    Parsed C;
    StringRef Named = T.stringOf(Given[1].Value);
    C.Sender = Given[0];
    if (!Named.empty()) {
      C.Signals = methods(T.recordOf(C.Sender.Value), bareName(Named));
      bool OfReceiver = S.Receiver && !T.stringOf(Given[2].Value).empty();
      C.Receiver = OfReceiver ? FramedValue{S.Caller, S.Receiver} : Given[2];
      C.Slots = methods(T.recordOf(C.Receiver.Value), bareName(T.stringOf(Given[OfReceiver ? 2 : 3].Value)));
    } else {
      if (S.ArgsCount < 3)
        return std::nullopt;
      C.Signals.append(Gr.Fl.functions(Given[1].Frame, Given[1].Value));
      if (S.ArgsCount == 3) {
        C.SlotValue = Given[2];
        C.Functor = true;
      } else {
        C.Receiver = Given[2];
        C.SlotValue = Given[3];
      }
    }
    if (auto Type = typeArgument(S))
      C.Type = delivery(Given[*Type]);
    return C;
  }

  /// One row of the table of connections, its number + 1.
  uint32_t record(const Connection &C) {
    auto [It, New] = Gr.ConnectionIds.try_emplace({C.Site, C.Through, C.Signal}, Gr.Connections.size());
    if (New)
      Gr.Connections.emplace_back();
    Gr.Connections[It->second] = C;
    return It->second + 1;
  }

  static Ctx contextOf(const CalledOn &Known) {
    if (Known.On == Thread::Worker)
      return Ctx::Worker;
    if (Known.On == Thread::LibraryThread)
      return Ctx::Library;
    return Known.On == Thread::Main && !Known.Handler ? Ctx::Startup : Ctx::Handler;
  }

  static Ctx loopOf(const Home &Lives) { return Lives.Kind == HomeKind::Worker ? Ctx::Worker : Ctx::Handler; }

  Home home(FramedValue V) const { return V.Value ? Gr.H.ofObject(V.Frame, V.Value) : Home(); }

  /// The context in which a toolkit emits a signal of its own.
  Ctx emitterOf(FunctionId Signal, const Home &Sender) const {
    if (auto Known = T.Models.signal(P.name(Signal)))
      if (Known->On == Thread::Worker || Known->On == Thread::LibraryThread || Known->On == Thread::Main)
        return contextOf(*Known);
    return loopOf(Sender);
  }

  static Hop hopOf(const Connection &C) {
    if (C.Type == Delivery::Direct || C.Contextless)
      return Hop::Same;
    if (C.Receiver.Kind == HomeKind::Worker)
      return Hop::ToWorker;
    return C.Type == Delivery::Auto ? Hop::ToMainAuto : Hop::ToHandler;
  }

  /// A toolkit's own signal reaches a slot.
  void toolkitEmits(const Connection &C, uint32_t Row, FunctionId Slot) {
    Ctx Emitter = *C.Emitted;
    bool Direct = hopOf(C) == Hop::Same;
    Ctx Runs = Direct || Emitter == Ctx::Startup ? Emitter : loopOf(C.Receiver);
    std::string How = P[Slot].hasBody() ? Direct && Runs != Ctx::Handler ? "run by '" : "slot of '" : "signal of '";
    Gr.addEntry(Slot, Runs, C.Site, How + C.SignalName + "'",
                C.Receiver.Kind == HomeKind::Unknown && !Direct ? Confidence::Medium : Confidence::High, AtEntry::Unknown, Row);
  }

  void slot(const Connection &C, uint32_t Row, FunctionId Slot) {
    Edge E;
    E.From = C.Signal;
    E.To = Slot;
    E.Site = C.Site;
    E.Related = C.Site;
    E.Emission = true;
    E.How = hopOf(C);
    E.Connection = Row;
    Gr.addEdge(E, "'" + P.name(Slot).str() + "' is connected to '" + C.SignalName + "' here");
    if (C.Emitted)
      toolkitEmits(C, Row, Slot);
  }

  /// A toolkit's signal given by name: the program has no function for it, its class and name say who emits it.
  void unseenSignal(Connection C, FramedValue Sender, StringRef Name) {
    RecordId R = T.recordOf(Sender.Value);
    if (Name.empty() || !R)
      return;
    for (RecordId B : T.bases(R))
      if (auto Known = T.Models.signal((T.typeName(B) + "::" + Name).str()); Known && !C.Emitted)
        C.Emitted = contextOf(*Known) == Ctx::Startup ? Ctx::Handler : contextOf(*Known);
    if (!C.Emitted)
      C.Emitted = loopOf(C.Sender);
    C.SignalName = (T.typeName(R) + "::" + Name).str();
    uint32_t Row = record(C);
    for (FunctionId Slot : C.Slots)
      toolkitEmits(C, Row, Slot);
  }

  void connection(const Arguments &Given) {
    auto Read = parse(Given);
    if (!Read)
      return;
    Connection C;
    C.Site = Given.At;
    C.Through = Given.Through;
    C.Type = Read->Type;
    C.Contextless = Read->Functor;
    C.SenderValue = Read->Sender;
    C.ReceiverValue = Read->Receiver;
    C.Sender = home(Read->Sender);
    C.Receiver = home(Read->Receiver);
    C.Slots = Read->Slots;
    if (Read->SlotValue.Value)
      C.Slots.append(Gr.Fl.functions(Read->SlotValue.Frame, Read->SlotValue.Value));
    for (size_t I = 0, N = C.Slots.size(); I < N; ++I)
      for (FunctionId O : T.overriders(C.Slots[I]))
        if (T.live(P[O].Record))
          C.Slots.push_back(O);
    if (Read->Signals.empty())
      unseenSignal(C, Read->Sender, bareName(T.stringOf(Given[1].Value)));
    for (FunctionId Signal : Read->Signals) {
      C.Signal = Signal;
      C.SignalName = P.name(Signal).str();
      C.Emitted.reset();
      if (P[Signal].is(FunctionFlag::Outside))
        C.Emitted = emitterOf(Signal, C.Sender);
      uint32_t Row = record(C);
      for (FunctionId Slot : C.Slots)
        slot(C, Row, Slot);
    }
  }

  /// Calls `Do` for the call S, once for each caller of its function if that leaves the connection type to them.
  template <class Fn> void eachCaller(SiteId S, Fn Do) const {
    constexpr size_t MaxCallers = 20;
    auto Type = typeArgument(P[S]);
    ValueId V = Type ? P.arg(P[S], *Type) : ValueId();
    ArrayRef<SiteId> Callers;
    if (V && P[V].Kind == ValueKind::Param)
      Callers = T.directCallers(P[S].Caller);
    if (Callers.empty() || Callers.size() > MaxCallers)
      return Do(Arguments{P, S, SiteId()});
    for (SiteId Caller : Callers)
      Do(Arguments{P, S, Caller});
  }

  void connections() {
    for (SiteId S : T.sitesWith(Role::QtConnect))
      eachCaller(S, [&](const Arguments &Given) { connection(Given); });
    if (T.sitesWith(Role::QtConnectByName).empty())
      return;
    // on_<object>_<signal>(): https://doc.qt.io/qt-6/qmetaobject.html#connectSlotsByName
    for (uint32_t F = 0; F < P.Functions.size(); ++F) {
      const Function &Fn = P.Functions[F];
      StringRef Name = T.shortName(FunctionId(F));
      if (!Fn.Record || !Fn.hasBody() || !Name.starts_with("on_") || Name.count('_') < 2)
        continue;
      bool Slot = llvm::any_of(P.annotations(Fn), [&](uint32_t A) { return P.Strings[A] == "qt_slot"; });
      if (Slot && Gr.H.ofClass(Fn.Record).Kind != HomeKind::Worker)
        Gr.addEntry(FunctionId(F), Ctx::Handler, T.sitesWith(Role::QtConnectByName).front(), "slot connected by name");
    }
  }

  /// Something posted to the thread of its context object: an edge from where it is posted.
  void posted(Connection C, FramedValue Callable, ArrayRef<FunctionId> Named) {
    SiteId Place = C.Through ? C.Through : C.Site;
    Graph::Use U;
    U.At = C.Site;
    U.What = P.name(P[C.Site].Callee).str();
    C.Receiver = home(C.ReceiverValue);
    C.Slots.append(Named.begin(), Named.end());
    if (Callable.Value)
      C.Slots.append(Gr.Fl.functions(Callable.Frame, Callable.Value));
    U.How = C.Contextless ? Hop::LoopOfCaller : hopOf(C);
    U.Connection = record(C);
    if (U.How == Hop::Same || U.How == Hop::ToMainAuto)
      U.State = Gr.G.at(C.Site);
    if (U.How == Hop::ToHandler || U.How == Hop::ToWorker) {
      U.Inline = false;
      U.Context = U.How == Hop::ToHandler ? Ctx::Handler : Ctx::Worker;
    }
    if (Callable.Value)
      Gr.use(Callable.Frame, Place, Callable.Value, U);
    for (FunctionId F : Named) {
      Gr.attach(F, Place, U, 1);
      for (FunctionId O : T.overriders(F))
        if (T.live(P[O].Record))
          Gr.attach(O, Place, U, 1);
    }
  }

  bool callable(FunctionId Frame, ValueId V) const {
    if (!V)
      return false;
    switch (P[V].Kind) {
    case ValueKind::Lambda:
    case ValueKind::Function:
    case ValueKind::Member:
      return true;
    case ValueKind::This:
    case ValueKind::Int:
    case ValueKind::Enum:
    case ValueKind::Null:
    case ValueKind::String:
      return false;
    case ValueKind::Param: {
      const Function &F = P[Frame];
      return V && P[V].A < F.ParamsCount && P.Params[F.ParamsBegin + P[V].A].is(ParamFlag::Callable);
    }
    default:
      return !Gr.Fl.functions(Frame, V).empty();
    }
  }

  void invocation(const Arguments &Given) {
    const Site &At = P[Given.At];
    Connection C;
    C.Site = Given.At;
    C.Through = Given.Through;
    C.Form = ConnectionForm::Invocation;
    C.ReceiverValue = Given[0];
    if (auto Type = typeArgument(At))
      C.Type = delivery(Given[*Type]);
    StringRef Name = T.stringOf(Given[1].Value);
    if (!Name.empty())
      posted(C, {}, methods(T.recordOf(C.ReceiverValue.Value), bareName(Name)));
    else
      posted(C, Given[1], {});
  }

  void singleShot(SiteId S) {
    const Site &At = P[S];
    for (unsigned I = 1; I < At.ArgsCount; ++I) {
      ValueId V = P.arg(At, I);
      StringRef Name = T.stringOf(V);
      bool Callable = Name.empty() && callable(At.Caller, V);
      if (Name.empty() && !Callable)
        continue;
      Connection C;
      C.Site = S;
      C.Form = ConnectionForm::SingleShot;
      C.Type = Delivery::Queued;
      if (I > 1) {
        ValueId Before = P.arg(At, I - 1);
        ValueKind K = Before ? P[T.strip(Before)].Kind : ValueKind::Unknown;
        if (K != ValueKind::Int && K != ValueKind::Enum)
          C.ReceiverValue = {At.Caller, Before};
      }
      C.Contextless = !C.ReceiverValue.Value;
      if (Callable)
        return posted(C, {At.Caller, V}, {});
      return posted(C, {}, methods(T.recordOf(C.ReceiverValue.Value), bareName(Name)));
    }
  }

  void invocations() {
    for (SiteId S : T.sitesWith(Role::QtInvokeMethod))
      eachCaller(S, [&](const Arguments &Given) { invocation(Given); });
    for (SiteId S : T.sitesWith(Role::QtSingleShot))
      singleShot(S);
  }
};

/// A continuation that is given no context object, as a row of the table; 0 for one that is.
uint32_t Graph::contextless(SiteId S) {
  const Site &At = P[S];
  Connection C;
  C.Site = S;
  C.Form = ConnectionForm::Continuation;
  C.Contextless = true;
  for (unsigned I = 0; I < At.ArgsCount; ++I) {
    if (T.affinity(T.recordOf(P.arg(At, I))) != ModelSet::Affinity::Unset)
      return 0;
    C.Slots.append(Fl.functions(At.Caller, P.arg(At, I)));
  }
  return QtSignals(*this).record(C);
}

void Graph::qtConnections() { QtSignals(*this).connections(); }
void Graph::qtInvocations() { QtSignals(*this).invocations(); }

} // namespace offmain
