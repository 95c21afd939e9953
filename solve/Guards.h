// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Which contexts pass each call, by the tests, assertions and lock calls before it.
//
// Forward dataflow over the call-only control-flow graph of the few functions that test the thread, assert it, or
// take the global lock, directly or through a predicate / wrapper of the project's own (found bottom-up: when a
// function turns out to be a predicate or a lock wrapper, its callers are analyzed as well).
//
//   state = (contexts that can be here, lock ∈ {as at entry, held, released})
//   join  = union of contexts; held wins over as-at-entry (a conditional lock guards what it guards)
#ifndef OFFMAIN_SOLVE_GUARDS_H
#define OFFMAIN_SOLVE_GUARDS_H

#include "solve/Forks.h"
#include "solve/Homes.h"

namespace offmain {

constexpr CtxMask AllMask = static_cast<CtxMask>(0xff);

enum class LockOp : uint8_t { AsAtEntry, Held, Released };

struct SiteState {
  CtxMask Allowed = AllMask;
  LockOp Lock = LockOp::AsAtEntry;
  uint8_t Depth = 0; ///< how often the lock is held by this function; recursive locks are legal (gdk_threads_set_lock_functions)
  bool Child = false; ///< in the child of a fork that this function made
  friend bool operator==(const SiteState &, const SiteState &) = default;
  void take();
  void release();
  /// The context in which something runs that is reached in C through this state; none if it does not pass.
  std::optional<Ctx> through(Ctx C) const;
  /// This state inside a call that is made in the state Outer.
  void under(const SiteState &Outer);
};

class Guards {
public:
  Guards(const Tables &T, const Flow &F, const Homes &H, const KnownContexts &Known);

  SiteState at(SiteId S) const;
  const Forks &forks() const { return Forked; }
  /// "if (kind == UI) handler(task); else spawn(task);": a test of a parameter against a constant that decides whether S, in
  /// the body of F, is reached.
  struct ParameterTest {
    unsigned Param;
    ValueId Constant;
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
    LockOp Lock = LockOp::AsAtEntry;
    bool trivial() const {
      return Returns.True == AllMask && Returns.False == AllMask && AfterReturn == AllMask && Lock == LockOp::AsAtEntry;
    }
  };
  enum class Token : uint8_t { None, Current, Main, OffMain, OwnerMain, OwnerWorker };

  void postOrDo(FunctionId F);
  bool fieldHoldsTest(Cell C) const;
  bool touchesThreads(FunctionId F) const;
  void analyze(FunctionId F);
  template <class States, class RunBlock>
  void summarise(FunctionId F, const States &In, RunBlock Run, Summary &Sum);
  bool step(const Event &E, FunctionId F, SiteState &State, Summary &Sum, bool Record);
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
  llvm::DenseMap<uint32_t, SiteState> States;   ///< by site, where not the default
  llvm::DenseMap<uint32_t, Summary> Summaries;  ///< by function, where not trivial
  Forks Forked;
  mutable bool WantsContexts = false;
};

} // namespace offmain

#endif
