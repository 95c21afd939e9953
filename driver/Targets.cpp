// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// See Targets.h.
#include "driver/Targets.h"
#include "models/Parse.h"
#include "solve/Solve.h"
#include <cmath>
#include <map>

using namespace llvm;

namespace offmain {

namespace {

fix::Promise promiseOf(const Contract &C) {
  fix::Promise Out;
  Out.Role = text(C.What).str();
  Out.Async = C.Async;
  Out.Finish = C.Finish;
  if (C.Blocking == Blocks::Bounded) {
    Out.TimeArg = C.BoundArg;
    Out.UnitUs = static_cast<uint32_t>(std::lround(C.BoundUnitMs * 1000));
  }
  return Out;
}

/// Somebody who calls F, or what F overrides, by name. What moc writes calls slots as the toolkit does.
std::string callerOf(const Program &P, const Tables &T, FunctionId F) {
  std::vector<FunctionId> Names{F};
  for (uint32_t Base : P.overrides(P[F]))
    Names.push_back(FunctionId(Base));
  for (FunctionId Each : Names)
    for (SiteId Site : T.directCallers(Each)) {
      FunctionId By = P[Site].Caller;
      bool OfOwn = Each == F || P[Site].is(SiteFlag::Virtual); // else another override asks its base
      if (By != F && OfOwn && T.contract(By).What != Role::Ignore)
        return P.name(By).str();
    }
  return "";
}

} // namespace

std::vector<fix::Target> fixTargets(const Program &P, const Solution &S, ArrayRef<Finding> Findings) {
  const Tables &T = *S.impl().T;
  std::vector<fix::Target> Out;
  Out.reserve(Findings.size());
  std::map<std::pair<uint32_t, uint32_t>, std::vector<fix::Target *>> Wanted; // by line and column
  bool LockUsed = S.impl().Lock && S.impl().Lock->any();
  for (const Finding &F : Findings) {
    fix::Target &New = Out.emplace_back();
    New.Fingerprint = F.Fingerprint;
    New.Rule = F.Rule;
    New.At = F.At;
    New.Callee = F.Callee;
    New.LockUsed = LockUsed;
    Wanted[{F.At.Line, F.At.Column}].push_back(&New);
  }
  for (uint32_t N = 0; N != P.Sites.size() && !Wanted.empty(); ++N) {
    const Site &Each = P.Sites[N];
    auto It = Wanted.find({Each.At.Line, Each.At.Column});
    if (It == Wanted.end())
      continue;
    std::string File = sourcePlace(P, Each.At).File;
    CtxMask In = S.contextsAt(SiteId(N));
    if (!In) // under a test that never holds: where the test is made
      In = S.contexts(Each.Caller);
    for (fix::Target *To : It->second) {
      if (To->At.File != File)
        continue;
      To->OnMain |= (In & MainMask) != 0;
      To->OffMain |= (In & OffMainMask) != 0;
      To->OffMainFree |= (In & OffMainMask & ~LockedMask) != 0;
      To->OffMainHeld |= (In & OffMainMask & LockedMask) != 0;
      To->InSignal |= (In & maskOf(Ctx::Signal)) != 0;
      if (!Each.Callee || P.name(Each.Callee) != To->Callee)
        continue;
      To->Says = promiseOf(T.contract(Each));
      if (To->Caller.empty())
        To->Caller = callerOf(P, T, Each.Caller);
    }
  }
  return Out;
}

} // namespace offmain
