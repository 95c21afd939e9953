// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Calls on workers that return only when the main thread goes on, and which functions lead to them. What such a call
// needs (the main loop, a lock that main holds) is its maker's to know.
#ifndef OFFMAIN_CHECKS_MAINNEEDS_H
#define OFFMAIN_CHECKS_MAINNEEDS_H

#include "checks/Common.h"

namespace offmain {

struct NeedOfMain {
  SiteId Site;
  std::string What; ///< the step of a witness: "waits here for ..."
  SiteId Waker;     ///< the call on main that would let it go on, or none
};

class MainNeeds {
public:
  /// `Calls` in the order of their sites.
  MainNeeds(const Program &P, const Solution &S, std::vector<NeedOfMain> Calls);

  bool empty() const { return Calls.empty(); }
  llvm::ArrayRef<NeedOfMain> calls() const { return Calls; }
  /// The first call on the way to Target in context C, from the thread's entry on, that comes to such a need and
  /// returns; none if there is none.
  SiteId onTheWayTo(SiteId Target, Ctx C) const;
  /// Adds to the finding's counterpart how `Call` comes to its need.
  void append(Finding &F, SiteId Call) const;
  void append(Finding &F, const NeedOfMain &Need) const;

private:
  const NeedOfMain *at(SiteId Call) const;
  FunctionId leads(SiteId Call) const;
  const Program &P;
  const Solution &S;
  std::vector<NeedOfMain> Calls;
  llvm::DenseMap<uint32_t, SiteId> Next; ///< function → the call on the shortest way from it to a need
};

} // namespace offmain

#endif
