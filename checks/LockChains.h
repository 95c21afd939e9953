// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What the rules about global locks share: chains of a search for a lock (LockView::Exact), where on them the lock was
// taken or given up, and one finding for all calls below an entry that have the same cause.
#ifndef OFFMAIN_CHECKS_LOCKCHAINS_H
#define OFFMAIN_CHECKS_LOCKCHAINS_H

#include "checks/Common.h"
#include <map>
#include <tuple>

namespace offmain {

/// A context in which a call is reached, as the function begins; the call by which that happens where it is not that of
/// the shortest chain, because that one passes a constant with which the call is not made.
struct LockChain {
  Ctx In;
  SiteId Via;
};

class LockChains {
public:
  /// `Found`: a search for a lock; its graph and guards are asked.
  LockChains(const Program &P, const Solution &S, const Contexts &Found)
      : P(P), S(S), T(*S.impl().T), Gr(Found.graph()), G(Gr.G), Found(Found) {}

  Step step(SiteId At, const llvm::Twine &Text) const;
  std::optional<LockChain> chain(SiteId Site, CtxMask Wanted) const;
  Finding found(SiteId Site, const LockChain &C, llvm::StringRef Rule, Level Severity,
                const llvm::Twine &Message) const;
  /// The entry at the head of the chain.
  const EntryPoint &entry(SiteId Site, const LockChain &C) const;
  /// The last call before Site, in source order of its function, that takes the lock (By 1) or gives it back (-1).
  SiteId changedBefore(SiteId Site, Ctx C, int By) const;
  /// Where the lock was taken that is held at Site (By 1), or given up (-1), along the chain to its function; none: it
  /// was so at the entry.
  SiteId since(SiteId Site, const LockChain &C, int By = 1) const;
  /// The functions of the threads that a call joins, where they are known.
  llvm::SmallVector<FunctionId, 4> joined(const Site &At) const;
  /// A function whose job is to take the lock (1), or to give it back (-1), for its callers.
  bool wraps(FunctionId F, int Sign) const;
  /// The ways F is left with another depth than it came with where that is a mistake: other ways set it right, or nobody can
  /// (`Root`: a library calls F). One for each place.
  llvm::SmallVector<const LockExit *, 4> unbalanced(FunctionId F, bool Root) const;
  /// Whether F, or what it calls before it returns, takes the lock.
  bool takesLock(FunctionId F) const;

  const Program &P;
  const Solution &S;
  const Tables &T;
  const Graph &Gr;
  const Guards &G;
  const Contexts &Found;
};

/// A rule about a lock, while it looks at a program: what it asks, and where its findings go.
struct LockRule {
  LockRule(const Program &P, const Solution &S, const Contexts &Found, std::vector<Finding> &Out)
      : P(P), S(S), T(*S.impl().T), Chains(P, S, Found), Out(Out) {}

  const Program &P;
  const Solution &S;
  const Tables &T;
  const LockChains Chains;
  std::vector<Finding> &Out;
};

/// Of several findings with one cause only the surest and nearest is told; the others are counted in it.
class NearestFinding {
public:
  using Cause = std::pair<uint32_t, uint32_t>;
  using Order = std::tuple<int, uint32_t, SourcePlace>;
  /// False if a better one is known: Make is not called then.
  void add(Cause Of, const Order &How, llvm::function_ref<Finding()> Make);
  /// Appends them; `Others`: what the rest are, after their number.
  void take(llvm::StringRef Others, std::vector<Finding> &Out);

private:
  struct Best {
    Finding F;
    Order How;
    unsigned Others = 0;
  };
  std::map<Cause, Best> Known;
};

} // namespace offmain

#endif
