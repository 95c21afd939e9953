// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Entry points that no call of the program makes: main(), static initialisers, what the source or a model says of a
// function, virtual methods and fields that a library calls through.
#include "solve/Graph.h"
#include "llvm/ADT/STLExtras.h"

using namespace llvm;

namespace offmain {

std::optional<Ctx> contextOf(Thread T) {
  switch (T) {
  case Thread::Main:
    return Ctx::Handler;
  case Thread::Worker:
    return Ctx::Worker;
  case Thread::LibraryThread:
    return Ctx::Library;
  case Thread::Forked:
    return Ctx::Forked;
  case Thread::SignalHandler:
    return Ctx::Signal;
  case Thread::Unset:
  case Thread::Any:
  case Thread::Owner:
  case Thread::Inline:
  case Thread::OwnerOfArg:
  case Thread::Context:
  case Thread::Emitter:
  case Thread::Kept:
  case Thread::Nowhere:
    return std::nullopt;
  }
  return std::nullopt;
}

void Graph::findPlainMains() {
  std::vector<std::pair<FunctionId, bool>> Mains;
  for (uint32_t F = 0; F < P.Functions.size(); ++F) {
    if (!P.Functions[F].hasBody() || P.Functions[F].Record || P.text(P.Functions[F].Name) != "main")
      continue;
    // By direct calls alone, as start-up code goes.
    bool Gui = false;
    DenseSet<uint32_t> Seen;
    SmallVector<uint32_t, 16> Work{F};
    Seen.insert(F);
    while (!Work.empty() && !Gui && Seen.size() < 5000)
      for (SiteId S : T.sitesOf(FunctionId(Work.pop_back_val()))) {
        Gui |= T.contract(P[S]).Kit != Toolkit::None;
        if (P[S].Callee && P[P[S].Callee].hasBody() && Seen.insert(P[S].Callee.Index).second)
          Work.push_back(P[S].Callee.Index);
      }
    Mains.push_back({FunctionId(F), Gui});
  }
  if (llvm::none_of(Mains, [](auto &M) { return M.second; }))
    return;
  for (auto &[Main, Gui] : Mains)
    if (!Gui)
      PlainMains.insert(P[Main].At.File.Index);
}

void Graph::rootEntries() {
  for (uint32_t F = 0; F < P.Functions.size(); ++F) {
    const Function &Fn = P.Functions[F];
    if (!Fn.hasBody())
      continue;
    if (Fn.is(FunctionFlag::Initializer))
      addEntry(FunctionId(F), Ctx::Startup, SiteId(), "static initialisers", Confidence::High,
               G.ofInterpreter() ? AtEntry::Unknown : AtEntry::Free); // an extension's run when it is imported
    else if (!Fn.Record && P.text(Fn.Name) == "main")
      addEntry(FunctionId(F), GuiThreads.empty() ? Ctx::Startup : Ctx::Worker, SiteId(),
               GuiThreads.empty() ? "main" : "main, while another thread runs the GUI", Confidence::High, AtEntry::Free);
    if (G.ofInterpreter() && !Fn.Record)
      if (auto Called = T.Models.lookedUp(P.text(Fn.Name)); Called && calledWith(Called->Lock))
        addEntry(FunctionId(F), Ctx::Startup, SiteId(), "found by its name", Confidence::High, AtEntry::Held);
    const Contract &C = T.contract(FunctionId(F));
    // A function that says itself where it runs: annotations and user models.
    if (C.RunsOn == Thread::Main)
      addEntry(FunctionId(F), Ctx::Handler, SiteId(), "declared to run on the main thread");
    else if (C.RunsOn == Thread::Worker)
      addEntry(FunctionId(F), Ctx::Worker, SiteId(), "declared to run on a worker thread");
  }
}

/// A thread object's run() runs where some start() is called on an object that can be of its class; objects handed to
/// pools are seen at the pool's call.
static bool started(const Tables &T, RecordId R) {
  for (SiteId S : T.sitesWith(Role::QtThreadStart))
    if (T.related(T.recordOf(T.P[S].Receiver), R))
      return true;
  return false;
}

void Graph::toolkitOverrides() {
  for (uint32_t F = 0; F < P.Functions.size(); ++F) {
    const Function &Fn = P.Functions[F];
    if (!Fn.hasBody() || !Fn.OverridesCount || Fn.is(FunctionFlag::Destructor))
      continue;
    for (uint32_t O : P.overrides(Fn)) {
      if (!P.Functions[O].is(FunctionFlag::Outside) && P.Functions[O].hasBody())
        continue;
      // moc's glue overrides them in every class; what it calls is called by signals and events.
      if (T.contract(FunctionId(O)).What == Role::Ignore || T.contract(FunctionId(F)).What == Role::Ignore)
        break;
      auto Called = T.Models.overridden(P.name(FunctionId(O)));
      if (!Called)
        continue;
      std::string How = ("overrides '" + P.name(FunctionId(O)) + "'").str();
      if (auto C = contextOf(Called->On)) {
        if (*C == Ctx::Worker && (!T.live(Fn.Record) || !started(T, Fn.Record)))
          continue;
        bool Early = *C == Ctx::Handler && !Called->Handler;
        addEntry(FunctionId(F), Early ? Ctx::Startup : *C, SiteId(), How, Confidence::High,
                 Early ? AtEntry::Unknown : lockAtEntry(Called->Lock, Called->Kit));
      } else if (Called->On == Thread::Owner) {
        Home Lives = H.ofClass(Fn.Record);
        if (Lives.Kind == HomeKind::Main)
          addEntry(FunctionId(F), Ctx::Handler, SiteId(), How);
        else if (Lives.Kind == HomeKind::Worker)
          addEntry(FunctionId(F), Ctx::Worker, SiteId(), How, Confidence::Medium);
      }
      break;
    }
  }
}

/// Structs whose tables are handed over on threads other than main only, which then serve them.
static DenseSet<uint32_t> servedElsewhere(const Tables &T, const Homes &H) {
  DenseMap<uint32_t, bool> Found;
  for (SiteId S : T.sitesWithCallbacks())
    for (const CallbackContract &C : T.contract(T.P[S]).Callbacks) {
      RecordId Struct = C.Runs == Thread::Nowhere && C.Arg >= 0 ? T.recordOf(T.P.arg(T.P[S], C.Arg)) : RecordId();
      if (!Struct)
        continue;
      CtxMask Where = H.known(T.P[S].Caller);
      auto It = Found.try_emplace(Struct.Index, true).first;
      It->second &= Where && !(Where & MainMask);
    }
  DenseSet<uint32_t> Out;
  for (auto [Struct, Elsewhere] : Found)
    if (Elsewhere)
      Out.insert(Struct);
  return Out;
}

/// Class vtable slots and callback tables that a toolkit calls through: GtkWidgetClass::draw, GActionEntry::activate.
void Graph::toolkitFields() {
  const DenseSet<uint32_t> Elsewhere = servedElsewhere(T, H);
  for (uint32_t V = 0; V < P.Variables.size(); ++V) {
    const Variable &Var = P.Variables[V];
    if (!Var.Owner || !Var.is(VariableFlag::Outside))
      continue;
    auto Stores = T.stores(cellOfVariable(V));
    if (Stores.empty())
      continue;
    std::string Name = (T.typeName(Var.Owner) + "::" + P.text(Var.Name).rsplit("::").second).str();
    auto Called = T.Models.field(Name);
    if (!Called)
      continue;
    auto C = calledWith(Called->Lock) ? Ctx::Startup : contextOf(Called->On);
    if (!C)
      continue;
    if (*C == Ctx::Handler && Elsewhere.contains(Var.Owner.Index))
      C = Ctx::Worker;
    bool Outside = *C == Ctx::Handler && !Called->Handler; // before or after the main loop
    for (const FramedValue &S : Stores)
      for (FunctionId F : Fl.functions(S.Frame, S.Value))
        addEntry(F, Outside ? Ctx::Startup : *C, SiteId(), "called through '" + Name + "'", Confidence::High,
                 Outside ? AtEntry::Unknown : lockAtEntry(Called->Lock, Called->Kit));
  }
}

} // namespace offmain
