// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "checks/Common.h"
#include "checks/Pages.h"
#include "llvm/ADT/STLExtras.h"

using namespace llvm;

namespace offmain {

Finding findingAt(const Program &P, const Solution &S, SiteId Site, Ctx C, StringRef Rule, Level Severity,
                  StringRef Message) {
  const offmain::Site &At = P[Site];
  Finding F;
  F.Rule = Rule.str();
  F.Severity = Severity;
  F.Sure = S.confidence(At.Caller, C);
  F.At = sourcePlace(P, At.At, At.End);
  F.Message = Message.str();
  F.Function = P.name(At.Caller).str();
  F.Callee = At.Callee ? P.name(At.Callee).str() : std::string();
  F.Witness = S.witness(At.Caller, C);
  F.Assumptions = S.assumptions(At.Caller, C);
  uint32_t Entry = S.entryOf(At.Caller, C);
  // Other kinds of context that reach the same call, by their entry.
  for (unsigned O = 0; O < unsigned(Ctx::Count); ++O) {
    if (Ctx(O) == C || !(S.contexts(At.Caller) & maskOf(Ctx(O)) & OffMainMask))
      continue;
    uint32_t Other = S.entryOf(At.Caller, Ctx(O));
    if (Other != UINT32_MAX && Other != Entry)
      F.OtherEntries.push_back(P.name(S.entries()[Other].Function).str());
  }
  return F;
}

std::optional<Ctx> surest(const Solution &S, const Program &P, SiteId Site, CtxMask Wanted) {
  std::optional<Ctx> Best;
  const Reached *BestState = nullptr;
  SiteState State = S.impl().G->at(Site);
  for (unsigned C = 0; C < unsigned(Ctx::Count); ++C) {
    const Reached *R = S.impl().C->state(P[Site].Caller, Ctx(C));
    if (!R)
      continue;
    auto To = State.through(Ctx(C));
    if (!To || !(maskOf(*To) & Wanted))
      continue;
    if (!BestState || std::tuple(-int(R->Sure), R->Length) < std::tuple(-int(BestState->Sure), BestState->Length)) {
      Best = Ctx(C);
      BestState = R;
    }
  }
  return Best;
}

bool ours(const Program &P, const Site &S) { return S.At.Line && S.At.File && !P[S.At.File].Outside; }

std::string called(const Program &P, const Site &S) {
  if (!S.Callee)
    return "the call";
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
  return Out;
}

} // namespace offmain
