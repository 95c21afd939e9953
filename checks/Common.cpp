// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "checks/Common.h"
#include "checks/Pages.h"
#include "llvm/ADT/STLExtras.h"
#include <map>
#include <set>

using namespace llvm;

namespace offmain {

Finding findingAt(const Program &P, const Solution &S, SiteId Site, Ctx C, StringRef Rule, Level Severity,
                  StringRef Message, const Contexts *In) {
  const offmain::Site &At = P[Site];
  Finding F;
  F.Rule = Rule.str();
  F.Severity = Severity;
  F.Sure = S.confidence(At.Caller, C, In);
  F.At = sourcePlace(P, At.At, At.End);
  F.Message = Message.str();
  F.Function = P.name(At.Caller).str();
  F.Callee = At.Callee ? P.name(At.Callee).str() : std::string();
  F.Witness = S.witness(At.Caller, C, In);
  F.Assumptions = S.assumptions(At.Caller, C, In);
  if (In)
    return F;
  uint32_t Entry = S.entryOf(At.Caller, C);
  // Other kinds of context that reach the same call, by their entry.
  for (unsigned O = 0; O < unsigned(Ctx::Count); ++O) {
    if (Ctx(O) == C || !(S.contexts(At.Caller) & maskOf(Ctx(O)) & OffMainMask) || S.confidence(At.Caller, Ctx(O)) < F.Sure)
      continue;
    uint32_t Other = S.entryOf(At.Caller, Ctx(O));
    if (Other != UINT32_MAX && Other != Entry)
      F.OtherEntries.push_back(P.name(S.entries()[Other].Function).str());
  }
  return F;
}

std::optional<Ctx> surest(const Solution &S, const Program &P, SiteId Site, CtxMask Wanted, const Contexts *In) {
  std::optional<Ctx> Best;
  const Reached *BestState = nullptr;
  SiteState State = (In ? *In : *S.impl().C).graph().G.at(Site);
  // Of signal handlers one finding stands for all (foldSignalHandlers()): it must not hide a thread's.
  auto Rank = [](Ctx C, const Reached &R) {
    return std::tuple(R.Sure == Confidence::Low, C == Ctx::Signal, -int(R.Sure), R.Length);
  };
  for (unsigned C = 0; C < unsigned(Ctx::Count); ++C) {
    const Reached *R = (In ? *In : *S.impl().C).state(P[Site].Caller, Ctx(C));
    if (!R)
      continue;
    auto To = State.through(Ctx(C), In ? In->view() : LockView::Usual);
    if (!To || !(maskOf(*To) & Wanted) || !(In ? *In : *S.impl().C).reaches(Site, Ctx(C)))
      continue;
    if (!BestState || Rank(Ctx(C), *R) < Rank(*Best, *BestState)) {
      Best = Ctx(C);
      BestState = R;
    }
  }
  return Best;
}

std::vector<HandedOver> handedOver(const Program &P, const Solution &S, Toolkit Kit) {
  const Solution::Impl &I = S.impl();
  std::vector<HandedOver> Out;
  auto Gui = [&](FunctionId F) {
    const Contract &C = I.T->contract(F);
    return !P[F].hasBody() && C.RunsOn == Thread::Main && C.Kit == Kit;
  };
  for (const Edge &E : I.Gr->Edges) {
    if (E.Emission || !Gui(E.To) || !ours(P, P[E.Site]))
      continue;
    const Reached *Best = nullptr;
    Ctx Runs = Ctx::Worker;
    for (unsigned C = 0; C < unsigned(Ctx::Count); ++C) {
      const Reached *R = I.C->state(E.From, Ctx(C));
      auto To = E.State.through(Ctx(C));
      auto After = R && To ? hop(E.How, *To) : std::nullopt;
      if (!After || (maskOf(*After) & (MainMask | LockedMask | maskOf(Ctx::Forked))))
        continue;
      if (!Best || std::tuple(-int(R->Sure), R->Length) < std::tuple(-int(Best->Sure), Best->Length)) {
        Best = R;
        Runs = *After;
      }
    }
    if (Best)
      Out.push_back({E.Site, E.To, Best->Context, Runs});
  }
  auto Connects = [&](SiteId At) {
    Role What = I.T->contract(P[At]).What;
    return What != Role::None && What != Role::Post && What != Role::JoinsWhenDropped;
  };
  for (const EntryPoint &E : I.Gr->Entries)
    if (E.Site && Gui(E.Function) && (E.Context == Ctx::Worker || E.Context == Ctx::Library) && ours(P, P[E.Site]) &&
        !Connects(E.Site))
      // Where nobody is known to call the spawner, the chain begins with the hand-over itself.
      Out.push_back({E.Site, E.Function, surest(S, P, E.Site, AllMask).value_or(Ctx::Startup), E.Context});
  return Out;
}

/// One line, one cause: what is only an argument of a call that is reported, or stands beside it in the same line of the
/// same function, says nothing more.
static void dropNested(std::vector<Finding> &Findings) {
  auto Inside = [](const SourcePlace &A, const SourcePlace &B) {
    return A.File == B.File && std::tuple(B.Line, B.Column) <= std::tuple(A.Line, A.Column) &&
           std::tuple(A.EndLine, A.EndColumn) <= std::tuple(B.EndLine, B.EndColumn) && A.EndLine && B.EndLine &&
           std::tuple(A.Line, A.Column, A.EndLine, A.EndColumn) != std::tuple(B.Line, B.Column, B.EndLine, B.EndColumn);
  };
  llvm::stable_sort(Findings, [](const Finding &A, const Finding &B) {
    return std::tie(A.Rule, A.At.File, A.At.Line, A.At.Column, B.At.EndLine, B.At.EndColumn) <
           std::tie(B.Rule, B.At.File, B.At.Line, B.At.Column, A.At.EndLine, A.At.EndColumn);
  });
  std::vector<Finding> Kept;
  for (Finding &F : Findings) {
    bool Nested = false;
    for (size_t I = Kept.size(); I-- > 0 && !Nested;) {
      if (Kept[I].Rule != F.Rule || Kept[I].At.File != F.At.File || Kept[I].At.EndLine + 50 < F.At.Line)
        break;
      bool SameLine = Kept[I].Function == F.Function && Kept[I].At.Line == F.At.Line;
      bool SameChain = Kept[I].Witness == F.Witness;
      Nested = SameLine && (Inside(F.At, Kept[I].At) || SameChain) && Kept[I].Sure >= F.Sure;
    }
    if (!Nested)
      Kept.push_back(std::move(F));
  }
  Findings = std::move(Kept);
}

Contract receiverContract(const Program &P, const Solution &S, const Site &At) {
  const Tables &T = *S.impl().T;
  if (!At.Callee || !At.Receiver || At.is(SiteFlag::Constructor) || At.is(SiteFlag::Destructor) ||
      !P[At.Callee].is(FunctionFlag::Outside) || P[At.Callee].is(FunctionFlag::Static))
    return {};
  RecordId Class = P[At.Callee].Record, Of = T.recordOf(At.Receiver);
  if (!Class || !Of || Class == Of || !T.derives(Of, Class) || T.affinity(Of) == ModelSet::Affinity::Unset)
    return {};
  // The root of all objects that live in a thread speaks for itself.
  if (T.affinity(Class) == ModelSet::Affinity::Affine && T.bases(Class).size() == 1)
    return {};
  for (uint32_t A : P.annotations(P[At.Callee]))
    if (P.Strings[A] == "qt_signal")
      return {};
  SmallVector<StringRef, 8> Bases;
  for (RecordId B : T.bases(Of).drop_front())
    Bases.push_back(T.typeName(B));
  return S.models().function((T.typeName(Of) + "::" + T.shortName(At.Callee)).str(), Bases, P.text(P[At.Callee].Signature));
}

/// The rule that names the cause beats the one that names its effect on the same line, when that weighs less.
static void dropOnSameLine(std::vector<Finding> &Findings) {
  constexpr std::pair<StringRef, StringRef> Causes[] = {{"main-thread-deadlock", "blocking-call-on-main"},
                                                       {"main-thread-deadlock", "python-gil"},
                                                       {"python-gil", "blocking-call-on-main"}};
  for (auto [Cause, Effect] : Causes) {
    std::map<std::pair<std::string, uint32_t>, Level> Lines;
    for (const Finding &F : Findings)
      if (F.Rule == Cause && F.Sure >= Confidence::Medium)
        Lines.emplace(std::pair(F.At.File, F.At.Line), F.Severity);
    std::erase_if(Findings, [&](const Finding &F) {
      auto It = F.Rule == Effect ? Lines.find({F.At.File, F.At.Line}) : Lines.end();
      return It != Lines.end() && F.Severity < It->second;
    });
  }
}

/// A POSIX signal handler that reaches the toolkit through the program's own functions is one mistake, made where the
/// handler calls: of each rule the surest, nearest finding below that call stands for the rest.
static void foldSignalHandlers(std::vector<Finding> &Findings) {
  auto Key = [](const Finding &F) { return std::tuple(-int(F.Sure), F.Witness.size(), F.At); };
  std::map<std::pair<std::string, SourcePlace>, std::pair<size_t, unsigned>> Best;
  std::vector<bool> Drop(Findings.size(), false);
  for (size_t I = 0; I < Findings.size(); ++I) {
    Finding &F = Findings[I];
    if (F.Message.find(describe(Ctx::Signal).str()) == std::string::npos || F.Witness.size() < 2)
      continue;
    auto [It, New] = Best.try_emplace({F.Rule, F.Witness[1].At}, I, 0);
    if (New)
      continue;
    auto &[Kept, Others] = It->second;
    if (Key(F) < Key(Findings[Kept]))
      std::swap(F, Findings[Kept]);
    Drop[I] = true;
    ++Others;
  }
  for (auto &[Where, Kept] : Best)
    if (Kept.second)
      Findings[Kept.first].OtherEntries.push_back(std::to_string(Kept.second) +
                                                  " more such calls below the same call of the handler");
  std::vector<Finding> Left;
  for (size_t I = 0; I < Findings.size(); ++I)
    if (!Drop[I])
      Left.push_back(std::move(Findings[I]));
  Findings = std::move(Left);
}

/// The rule that names the cause beats the one that names the effect: where a move that left something behind, or a
/// connection that runs its functor on the wrong thread, is reported, what follows from it is not reported again.
static void dropEffects(std::vector<Finding> &Findings) {
  std::set<SourcePlace> Causes;
  for (const Finding &F : Findings)
    if (F.Rule == "qt-move-to-thread" || F.Rule == "qt-contextless-connect" || F.Rule == "qt-direct-connection")
      Causes.insert(F.At);
  llvm::erase_if(Findings, [&](const Finding &F) { return F.Cause.Line && Causes.count(F.Cause); });
}

ModelSet::Lifetime lifetimeOf(const Solution &S, RecordId R) {
  if (!R)
    return ModelSet::Lifetime::Unset;
  const Tables &T = *S.impl().T;
  SmallVector<StringRef, 8> Bases;
  for (RecordId B : T.bases(R).drop_front())
    Bases.push_back(T.typeName(B));
  return S.models().lifetime(T.typeName(R), Bases);
}

bool servesDefaultContext(const Program &P, const Solution &S, const Site &At, const Contract &C) {
  const Tables &T = *S.impl().T;
  /// NULL or nothing at all (gtk_main_iteration()): the default context, which is main's.
  auto IsDefault = [&](ValueId Context) {
    Context = T.strip(Context);
    return !Context || P[Context].Kind == ValueKind::Null || (P[Context].Kind == ValueKind::Int && !P[Context].A) ||
           (P[Context].Kind == ValueKind::CallResult &&
            T.contract(P.Sites[P[Context].A]).What == Role::DefaultContext);
  };
  if (C.What == Role::ToolkitLoop)
    return true;
  if (C.What == Role::IterateContext)
    return IsDefault(At.ArgsCount ? P.arg(At, 0) : ValueId());
  if (C.What != Role::LoopRun)
    return false;
  return any_of(S.impl().Fl->sources(At.Caller, P.arg(At, 0)), [&](const FramedValue &Loop) {
    return Loop.Value && P[Loop.Value].Kind == ValueKind::CallResult &&
           T.contract(P.Sites[P[Loop.Value].A]).What == Role::LoopNew && IsDefault(P.arg(P.Sites[P[Loop.Value].A], 0));
  });
}

bool ours(const Program &P, const Site &S) { return S.At.Line && S.At.File && !P[S.At.File].Outside; }

std::string called(const Program &P, const Site &S) {
  if (!S.Callee) // a macro that calls through a pointer goes by its own name
    return S.Macro ? P.text(S.Macro).str() + "()" : "the call";
  std::string Name = P.name(S.Callee).str();
  if (S.is(SiteFlag::Constructor))
    return "the constructor of " + P.name(P[S.Callee].Record).str();
  if (S.is(SiteFlag::Destructor))
    return "the destructor of " + P.name(P[S.Callee].Record).str();
  return Name + "()";
}

ArrayRef<Rule> rules() {
  static const Rule Table[] = {
#define OFFMAIN_RULE(Name, Id, DefaultLevel, Summary)                                                                  \
  {Id, Level::DefaultLevel, Summary, page(Id), check##Name},
#include "checks/Rules.def"
  };
  return Table;
}

std::vector<Finding> runChecks(const Program &P, const Solution &S, ArrayRef<StringRef> Ids) {
  std::vector<Finding> Out;
  for (const Rule &R : rules())
    if (Ids.empty() || is_contained(Ids, R.Id))
      R.Run(P, S, Out);
  dropEffects(Out);
  dropOnSameLine(Out);
  dropNested(Out);
  foldSignalHandlers(Out);
  return Out;
}

} // namespace offmain
