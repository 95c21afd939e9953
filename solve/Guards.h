// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Which contexts pass each call, and how often a global lock is held there, by the tests, assertions and lock calls
// before it.
//
// Forward dataflow over the call-only control-flow graph of the few functions that test the thread, assert it, or
// take the global lock, directly or through a predicate / wrapper of the project's own (found bottom-up: when a
// function turns out to be a predicate or a lock wrapper, its callers are analyzed as well). The state is a set of
// paths, see solve/Paths.h.
#ifndef OFFMAIN_SOLVE_GUARDS_H
#define OFFMAIN_SOLVE_GUARDS_H

#include "llvm/ADT/BitVector.h"
#include "solve/Forks.h"
#include "solve/Homes.h"
#include "solve/Paths.h"
#include "solve/Switches.h"
#include "llvm/ADT/DenseSet.h"

namespace offmain {

/// How one kind of path leaves a function, as far as the lock goes.
struct LockExit {
  Place At;              ///< the return, no place where control falls off the end
  SiteId Since;          ///< the call that took the lock and did not give it back (Depth > 0), or the reverse
  int8_t Depth = 0;      ///< relative to the entry
  bool Balanced = false; ///< the lock was taken and given back on the way, or the reverse
  CtxMask Allowed = AllMask;
  std::optional<uint32_t> Returns;                        ///< the constant returned
  llvm::SmallVector<std::pair<unsigned, Fact>, 2> Params; ///< taken only when these parameters are so
  friend bool operator==(const LockExit &, const LockExit &) = default;
};

/// By block number: which blocks of a function can follow From, itself included.
std::vector<bool> reachableBlocks(const Program &P, llvm::ArrayRef<Block> Blocks, uint32_t From);

class Guards {
public:
  /// `Lock`: the global lock that is followed, as models name it; calls that take others do nothing.
  Guards(const Tables &T, const Flow &F, const Homes &H, const KnownContexts &Known, llvm::StringRef Lock = ToolkitLock);
  llvm::StringRef lock() const { return Lock; }
  bool ofInterpreter() const { return OfInterpreter; }

  SiteState at(SiteId S) const;
  const Forks &forks() const { return Forked; }
  /// How F can be left; empty where F does nothing to the lock.
  llvm::ArrayRef<LockExit> exits(FunctionId F) const;
  /// What a call does to the depth of the lock: a lock function, or a wrapper of the project's. Where the exits of a wrapper
  /// differ, what it is meant to do.
  struct LockEffect {
    int By = 0;
    bool Always = true; ///< whatever the conditions in the wrapper
  };
  LockEffect lockEffect(const Site &S, Ctx C) const;
  /// S is reached only under a condition that also decides over giving the lock back: whether the lock has to be taken
  /// depends on something.
  bool conditional(SiteId S) const { return Conditional.contains(S.Index); }
  /// Paths through F were too many to be kept apart.
  bool blurred(FunctionId F) const { return Blurred.contains(F.Index); }
  /// "if (kind == UI) handler(task); else spawn(task);": a test of a parameter against a constant that decides whether S, in
  /// the body of F, is reached.
  struct ParameterTest {
    unsigned Param;
    uint32_t Constant;
    bool Equal; ///< reached when equal
    bool allows(const Program &P, ValueId Given) const;
  };
  std::optional<ParameterTest> parameterTest(FunctionId F, SiteId S) const;
  /// A decision rested on where a function runs, so a second round with known contexts can differ.
  bool wantsContexts() const { return WantsContexts; }

private:
  struct Split {
    CtxMask True = AllMask, False = AllMask;
  };
  struct Summary {
    Split Returns;              ///< contexts left when the result is true / false
    CtxMask AfterReturn = AllMask; ///< contexts that come back at all
    std::vector<LockExit> Exits; ///< none: the lock is as before on all of them
    bool trivial() const {
      return Returns.True == AllMask && Returns.False == AllMask && AfterReturn == AllMask && Exits.empty();
    }
  };
  enum class Token : uint8_t { None, Current, Main, OffMain, OwnerMain, OwnerWorker };

  void postOrDo(FunctionId F);
  bool fieldHoldsTest(Cell C) const;
  bool touchesThreads(FunctionId F) const;
  bool asksForLock(ValueId Condition) const;
  bool boxesLock(const Site &S) const;
  const Summary *summaryOf(FunctionId F) const { return HasSummary[F.Index] ? &Summaries.find(F.Index)->second : nullptr; }
  SiteState &state(uint32_t Site) {
    HasState[Site] = true;
    return States[Site];
  }
  void analyze(FunctionId F);
  std::vector<bool> lockBlocks(FunctionId F) const;
  Paths runBlock(FunctionId F, const Block &B, const Paths &In, const Tracked &Values, Summary &Sum, bool Record);
  void summarise(FunctionId F, const std::vector<Paths> &In, const Tracked &Values);
  void leave(FunctionId F, const Block &B, const Path &At, const Tracked &Values, Summary &Sum) const;
  Paths step(const Event &E, FunctionId F, Path At, const Tracked &Values, Summary &Sum, bool Record);
  Paths call(const Site &S, SiteId Id, Path At, const Tracked &Values) const;
  FunctionId lockCallee(const Site &S) const;
  std::optional<bool> alwaysTested(ValueId Condition) const;
  Split split(FunctionId F, ValueId V, unsigned Depth = 0) const;
  Split splitEquality(FunctionId F, ValueId A, ValueId B, unsigned Depth) const;
  Split splitCall(FunctionId F, const Site &S, unsigned Depth) const;
  Split splitStored(Cell C, bool ThreadLocal, unsigned Depth) const;
  Token token(FunctionId F, ValueId V, unsigned Depth = 0) const;
  Token tokenStored(Cell C, unsigned Depth) const;

  const Tables &T;
  const Flow &Fl;
  const Homes &H;
  const KnownContexts &Known;
  const Program &P;
  llvm::StringRef Lock;
  bool OfInterpreter; ///< that lock is the interpreter's
  llvm::DenseMap<uint32_t, SiteState> States;   ///< by site, where not the default
  llvm::DenseMap<uint32_t, Summary> Summaries;  ///< by function, where not trivial
  Forks Forked;
  llvm::DenseSet<uint32_t> Blurred, Conditional;
  llvm::DenseSet<uint32_t> Switched, Set; ///< variables, see Switches.h
  /// The keys of States and Summaries: almost every question is answered with no, from a cache line that is at hand.
  llvm::BitVector HasState, HasSummary;
  mutable llvm::DenseMap<uint32_t, bool> Boxes; ///< by type text: see boxesLock()
  mutable bool WantsContexts = false;
};

} // namespace offmain

#endif
