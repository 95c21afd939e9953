// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "solve/LockUse.h"
#include "llvm/ADT/STLExtras.h"

using namespace llvm;

namespace offmain {

LockUse::LockUse(const Tables &T) {
  const Program &P = T.P;
  for (const Site &S : P.Sites)
    if (T.contract(S).lockChange(ToolkitLock) > 0) {
      Takes = true;
      break;
    }
  Recursive = !T.sitesWith(Role::LockFunctions).empty();
  Loops = !T.sitesWith(Role::ToolkitLoop).empty();
  for (SiteId S : T.sitesWith(Role::LockInit))
    if (!Init || P[S].At < P[Init].At)
      Init = S;
}

/// Marks what can run below F before it returns. True if something is new.
static bool spread(const Graph &G, FunctionId F, std::vector<bool> &Seen) {
  if (Seen[F.Index])
    return false;
  SmallVector<FunctionId, 64> Work{F};
  Seen[F.Index] = true;
  auto Visit = [&](FunctionId To) {
    if (!Seen[To.Index] && G.P[To].hasBody()) {
      Seen[To.Index] = true;
      Work.push_back(To);
    }
  };
  while (!Work.empty()) {
    FunctionId At = Work.pop_back_val();
    for (SiteId S : G.T.sitesOf(At))
      if (G.P[S].Callee && !G.P[S].is(SiteFlag::Virtual))
        Visit(G.P[S].Callee);
    for (const Edge &E : G.from(At))
      if (E.How == Hop::Same)
        Visit(E.To);
  }
  return true;
}

std::vector<bool> below(const Graph &G, FunctionId F) {
  std::vector<bool> Seen(G.P.Functions.size());
  spread(G, F, Seen);
  return Seen;
}

std::vector<bool> locking(const Graph &G) {
  const Program &P = G.P;
  std::vector<FunctionId> Mains;
  for (uint32_t F = 0; F < P.Functions.size(); ++F)
    if (P.Functions[F].hasBody() && !P.Functions[F].Record && P.text(P.Functions[F].Name) == "main")
      Mains.push_back(FunctionId(F));
  if (Mains.size() < 2)
    return {};
  std::vector<bool> Out(P.Functions.size());
  bool All = true;
  for (FunctionId Main : Mains) {
    std::vector<bool> Mine(P.Functions.size());
    // What is handed over in one of its functions is called in it as well; what tables hold may be.
    for (bool Grew = spread(G, Main, Mine); Grew;) {
      Grew = false;
      for (const EntryPoint &E : G.Entries)
        if (E.Site ? Mine[P[E.Site].Caller.Index] : E.Context != Ctx::Startup)
          Grew |= spread(G, E.Function, Mine);
    }
    bool Makes = llvm::any_of(G.T.sitesWith(Role::LockInit), [&](SiteId S) { return Mine[P[S].Caller.Index]; });
    All &= Makes;
    if (Makes)
      for (size_t F = 0; F < Out.size(); ++F)
        Out[F] = Out[F] || Mine[F];
  }
  return All ? std::vector<bool>() : Out;
}

} // namespace offmain
