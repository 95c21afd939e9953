// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "solve/LockUse.h"

using namespace llvm;

namespace offmain {

LockUse::LockUse(const Tables &T) {
  const Program &P = T.P;
  for (const Site &S : P.Sites)
    if (!T.contract(S).Lock.empty()) {
      Takes = true;
      break;
    }
  Recursive = !T.sitesWith(Role::LockFunctions).empty();
  Loops = !T.sitesWith(Role::ToolkitLoop).empty();
  for (SiteId S : T.sitesWith(Role::LockInit))
    if (!Init || P[S].At < P[Init].At)
      Init = S;
}

std::vector<FunctionId> below(const Graph &G, FunctionId F, size_t AtMost) {
  std::vector<FunctionId> Out{F};
  DenseSet<uint32_t> Seen{F.Index};
  for (size_t I = 0; I < Out.size() && Out.size() < AtMost; ++I) {
    auto Visit = [&](FunctionId To) {
      if (G.P[To].hasBody() && Seen.insert(To.Index).second)
        Out.push_back(To);
    };
    for (SiteId S : G.T.sitesOf(Out[I]))
      if (G.P[S].Callee && !G.P[S].is(SiteFlag::Virtual))
        Visit(G.P[S].Callee);
    for (const Edge &E : G.from(Out[I]))
      if (E.How == Hop::Same)
        Visit(E.To);
  }
  return Out;
}

} // namespace offmain
