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

enum class Delivery : uint8_t { Auto, Direct, Queued };

struct Connection {
  ValueId Sender, Receiver; ///< Receiver: the context object; none for a bare functor
  SmallVector<FunctionId, 2> Signals;
  SmallVector<FunctionId, 2> Slots; ///< by name
  ValueId SlotValue;                ///< or a callable
  Delivery Type = Delivery::Auto;
};

} // namespace

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

  Delivery delivery(FunctionId Frame, ValueId V) const {
    if (!V)
      return Delivery::Auto;
    StringRef Name;
    if (P[V].Kind == ValueKind::Enum)
      Name = P.Strings[P[V].A];
    else
      for (const FramedValue &S : Gr.Fl.sources(Frame, V))
        if (S.Value && P[S.Value].Kind == ValueKind::Enum) {
          // Chosen by a test: whoever tests knows; as Auto.
          if (!Name.empty())
            return Delivery::Auto;
          Name = P.Strings[P[S.Value].A];
        }
    if (Name.ends_with("DirectConnection"))
      return Delivery::Direct;
    if (Name.ends_with("QueuedConnection"))
      return Delivery::Queued;
    return Delivery::Auto;
  }

  bool typeEnum(ValueId V) const {
    return V && P[V].Kind == ValueKind::Enum && P.Strings[P[V].A].contains("Connection");
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

  std::optional<Connection> parse(const Site &S) const {
    Connection C;
    StringRef Named = T.stringOf(P.arg(S, 1));
    C.Sender = P.arg(S, 0);
    unsigned Type;
    if (!Named.empty()) {
      C.Signals = methods(T.recordOf(C.Sender), bareName(Named));
      bool OfReceiver = S.Receiver && !T.stringOf(P.arg(S, 2)).empty();
      C.Receiver = OfReceiver ? S.Receiver : P.arg(S, 2);
      C.Slots = methods(T.recordOf(C.Receiver), bareName(T.stringOf(P.arg(S, OfReceiver ? 2 : 3))));
      Type = OfReceiver ? 3 : 4;
    } else {
      if (S.ArgsCount < 3)
        return std::nullopt;
      C.Signals.append(Gr.Fl.functions(S.Caller, P.arg(S, 1)));
      if (S.ArgsCount == 3) {
        C.SlotValue = P.arg(S, 2);
        // A member as slot is called on its own object; a bare functor on the sender's emission.
        Type = 99;
      } else {
        C.Receiver = P.arg(S, 2);
        C.SlotValue = P.arg(S, 3);
        Type = 4;
      }
    }
    C.Type = delivery(S.Caller, P.arg(S, Type));
    return C;
  }

  /// The context in which a toolkit emits a signal of its own.
  Ctx emitterOf(FunctionId Signal, FunctionId Frame, ValueId Sender) const {
    if (auto Known = T.Models.signal(P.name(Signal))) {
      if (Known->On == Thread::Worker)
        return Ctx::Worker;
      if (Known->On == Thread::LibraryThread)
        return Ctx::Library;
      if (Known->On == Thread::Main)
        return Known->Handler ? Ctx::Handler : Ctx::Startup;
    }
    Home Lives = Gr.H.ofObject(Frame, Sender);
    return Lives.Kind == HomeKind::Worker ? Ctx::Worker : Ctx::Handler;
  }

  void slot(FunctionId Signal, SiteId S, const Connection &C, FunctionId Slot) {
    const Site &At = P[S];
    Home Lives;
    if (C.Receiver)
      Lives = Gr.H.ofObject(At.Caller, C.Receiver);
    bool Direct = C.Type == Delivery::Direct || !C.Receiver;
    std::string Name = P.name(Signal).str();
    Edge E;
    E.From = Signal;
    E.To = Slot;
    E.Site = S;
    E.Related = S;
    E.Emission = true;
    if (Direct)
      E.How = Hop::Same;
    else if (Lives.Kind == HomeKind::Worker)
      E.How = Hop::ToWorker;
    else
      E.How = C.Type == Delivery::Queued ? Hop::ToHandler : Hop::ToMainAuto;
    Gr.addEdge(E, "'" + P.name(Slot).str() + "' is connected to '" + Name + "' here");
    if (!P[Signal].is(FunctionFlag::Outside))
      return;
    Ctx Emitter = emitterOf(Signal, At.Caller, C.Sender);
    Ctx Runs = Direct || Emitter == Ctx::Startup       ? Emitter
               : Lives.Kind == HomeKind::Worker ? Ctx::Worker
                                                : Ctx::Handler;
    if (P[Slot].hasBody())
      Gr.addEntry(Slot, Runs, S, (Direct && Runs != Ctx::Handler ? "run by '" : "slot of '") + Name + "'",
                  Lives.Kind == HomeKind::Unknown && !Direct ? Confidence::Medium : Confidence::High);
    else
      Gr.addEntry(Slot, Runs, S, "signal of '" + Name + "'");
  }

  /// A toolkit's signal given by name: the program has no function for it, its class and name say who emits it.
  void unseenSignal(SiteId S, const Connection &C, ArrayRef<FunctionId> Slots) {
    const Site &At = P[S];
    StringRef Name = bareName(T.stringOf(P.arg(At, 1)));
    RecordId R = T.recordOf(C.Sender);
    if (Name.empty() || !R)
      return;
    std::optional<Ctx> Emitter;
    for (RecordId B : T.bases(R))
      if (auto Known = T.Models.signal((T.typeName(B) + "::" + Name).str()); Known && !Emitter)
        Emitter = Known->On == Thread::Worker ? Ctx::Worker : Known->On == Thread::LibraryThread ? Ctx::Library : Ctx::Handler;
    if (!Emitter)
      Emitter = Gr.H.ofObject(At.Caller, C.Sender).Kind == HomeKind::Worker ? Ctx::Worker : Ctx::Handler;
    Home Lives = C.Receiver ? Gr.H.ofObject(At.Caller, C.Receiver) : Home();
    bool Direct = C.Type == Delivery::Direct || !C.Receiver;
    Ctx Runs = Direct ? *Emitter : Lives.Kind == HomeKind::Worker ? Ctx::Worker : Ctx::Handler;
    for (FunctionId Slot : Slots)
      Gr.addEntry(Slot, Runs, S, ("slot of '" + T.typeName(R) + "::" + Name + "'").str(),
                  Lives.Kind == HomeKind::Unknown && !Direct ? Confidence::Medium : Confidence::High);
  }

  void connections() {
    for (SiteId S : T.sitesWith(Role::QtConnect)) {
      auto C = parse(P[S]);
      if (!C)
        continue;
      SmallVector<FunctionId, 4> Slots(C->Slots.begin(), C->Slots.end());
      if (C->SlotValue)
        Slots.append(Gr.Fl.functions(P[S].Caller, C->SlotValue));
      if (C->Signals.empty())
        unseenSignal(S, *C, Slots);
      for (FunctionId Signal : C->Signals)
        for (FunctionId Slot : Slots) {
          slot(Signal, S, *C, Slot);
          for (FunctionId O : T.overriders(Slot))
            if (T.live(P[O].Record))
              slot(Signal, S, *C, O);
        }
    }
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

  /// Something posted to the thread of `Context`: an edge from where it is posted.
  void posted(SiteId S, ValueId Context, ValueId Callable, ArrayRef<FunctionId> Named, Delivery Type) {
    const Site &At = P[S];
    Graph::Use U;
    U.At = S;
    U.Carrier = SiteId();
    U.What = P.name(At.Callee).str();
    Home Lives = Context ? Gr.H.ofObject(At.Caller, Context) : Home();
    if (!Context)
      U.How = Hop::LoopOfCaller;
    else if (Type == Delivery::Direct)
      U.How = Hop::Same;
    else if (Lives.Kind == HomeKind::Worker)
      U.How = Hop::ToWorker;
    else
      U.How = Type == Delivery::Queued ? Hop::ToHandler : Hop::ToMainAuto;
    if (U.How == Hop::Same || U.How == Hop::ToMainAuto)
      U.State = Gr.G.at(S);
    if (U.How == Hop::ToHandler || U.How == Hop::ToWorker) {
      U.Inline = false;
      U.Context = U.How == Hop::ToHandler ? Ctx::Handler : Ctx::Worker;
    }
    if (Callable)
      Gr.use(At.Caller, S, Callable, U);
    for (FunctionId F : Named) {
      Gr.attach(F, S, U, 1);
      for (FunctionId O : T.overriders(F))
        if (T.live(P[O].Record))
          Gr.attach(O, S, U, 1);
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

  void invocations() {
    for (SiteId S : T.sitesWith(Role::QtInvokeMethod)) {
      const Site &At = P[S];
      ValueId Context = P.arg(At, 0);
      Delivery Type = Delivery::Auto;
      for (unsigned I = 1; I < At.ArgsCount; ++I)
        if (typeEnum(P.arg(At, I)) || (P.arg(At, I) && P[P.arg(At, I)].Kind == ValueKind::Select))
          Type = delivery(At.Caller, P.arg(At, I));
      StringRef Name = T.stringOf(P.arg(At, 1));
      if (!Name.empty())
        posted(S, Context, ValueId(), methods(T.recordOf(Context), bareName(Name)), Type);
      else
        posted(S, Context, P.arg(At, 1), {}, Type);
    }
    for (SiteId S : T.sitesWith(Role::QtSingleShot)) {
      const Site &At = P[S];
      for (unsigned I = 1; I < At.ArgsCount; ++I) {
        ValueId V = P.arg(At, I);
        StringRef Name = T.stringOf(V);
        bool Callable = Name.empty() && callable(At.Caller, V);
        if (Name.empty() && !Callable)
          continue;
        ValueId Context;
        if (I > 1) {
          ValueId Before = P.arg(At, I - 1);
          ValueKind K = Before ? P[T.strip(Before)].Kind : ValueKind::Unknown;
          if (K != ValueKind::Int && K != ValueKind::Enum)
            Context = Before;
        }
        if (Callable)
          posted(S, Context, V, {}, Delivery::Queued);
        else
          posted(S, Context, ValueId(), methods(T.recordOf(Context), bareName(Name)), Delivery::Queued);
        break;
      }
    }
  }
};

void Graph::qtConnections() { QtSignals(*this).connections(); }
void Graph::qtInvocations() { QtSignals(*this).invocations(); }

} // namespace offmain
