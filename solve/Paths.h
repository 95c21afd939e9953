// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What is known on the paths through one function: who can be here, how often the lock is held, and what the tested
// values are.
//
//   Path = (what is known of up to 4 values, depth of the lock since entry)  ↦  contexts that come so
//   join = union of contexts of equal paths; when there are too many, what is known of values is forgotten
//
// Rejected: one depth per place, joined by "held wins". It cannot tell `if (threaded) enter(); ... if (threaded) leave();`
// from a return that forgets to leave.
#ifndef OFFMAIN_SOLVE_PATHS_H
#define OFFMAIN_SOLVE_PATHS_H

#include "solve/Tables.h"
#include "solve/Solution.h"
#include <array>

namespace offmain {

constexpr CtxMask AllMask = static_cast<CtxMask>((1u << unsigned(Ctx::Count)) - 1);

/// How often the lock is held, relative to the entry of the function, over all paths that come to a place.
/// Recursive locks are legal (gdk_threads_set_lock_functions), so more than once can be right.
struct LockSpan {
  int8_t Least = 0, Most = 0;
  friend bool operator==(const LockSpan &, const LockSpan &) = default;
};

/// How sure a search wants to be of the lock where paths differ.
enum class LockView : uint8_t {
  Usual, ///< held if it is on one path: a lock under a condition most often guards what stands under the same condition
  Exact  ///< followed only where all paths agree; contexts of the main thread say whether they hold it, too
};

struct SiteState {
  CtxMask Allowed = AllMask;
  LockSpan OnMain, Off; ///< for contexts of the main thread, and for others
  bool Child = false;   ///< in the child of a fork that this function made
  friend bool operator==(const SiteState &, const SiteState &) = default;
  const LockSpan &span(Ctx C) const { return maskOf(C) & MainMask ? OnMain : Off; }
  /// No path comes here.
  static SiteState nowhere() { return {0, {}, {}, false}; }
  /// Other paths come here as well. True if that says something new.
  bool join(const SiteState &From);
  /// This state inside a call that is made in the state Outer.
  void under(const SiteState &Outer);
  /// The context in which something runs that is reached in C through this state; none if it does not pass.
  std::optional<Ctx> through(Ctx C, LockView View = LockView::Usual) const;
};

/// What is known of one value on a path: "if (ask && !on_main) ask = false; ... if (ask) dialog();" is only understood
/// with that and the contexts kept together.
struct Fact {
  enum Kind : uint8_t { Top, Equal, Other } Is = Top;
  uint32_t Number = 0;
  friend auto operator<=>(const Fact &, const Fact &) = default;
  /// Narrowed by a test that it equals K (or does not); none when that cannot be.
  std::optional<Fact> branch(uint32_t K, bool Equal) const;
};

constexpr unsigned MaxTracked = 4;
using Facts = std::array<Fact, MaxTracked>;

struct Path {
  Facts Known;
  int8_t Depth = 0;
  bool Balanced = false; ///< the lock was taken and given back on the way, or given up and taken again
  int8_t GivenUp = 0;    ///< it was given up however often it was taken, here more often than Depth tells: up to this Depth - 1
  bool Unsure = false;   ///< the lock changed hands in a way that is not followed
  CtxMask Allowed = AllMask;
  SiteId Since;          ///< the call that last took the lock (or gave it up) from Depth 0
  bool same(const Path &O) const { 
    return Known == O.Known && Depth == O.Depth && Balanced == O.Balanced && GivenUp == O.GivenUp &&
           Unsure == O.Unsure;
  }
  void take(int By, SiteId At, Role What = Role::None);
  SiteState state() const;
};
using Paths = llvm::SmallVector<Path, 2>;

/// True if the set says more than before.
bool addPath(Paths &To, const Path &From);
/// A set that grew too large forgets what is known of values. True if it did.
bool boundPaths(Paths &Of);

/// The number that Int, Enum, Null and their negation stand for.
std::optional<uint32_t> constantOf(const Program &P, ValueId V);

/// A test against a constant: the value, the constant, and whether the true branch is the equal one.
struct Tested {
  ValueId Value;
  uint32_t Number;
  bool Equal;
};
std::optional<Tested> tested(const Program &P, ValueId Condition);

/// The values of one function that are worth knowing on its paths.
class Tracked {
public:
  /// `LockBlocks`: blocks that take or give up the lock; empty if the function does not.
  Tracked(const Tables &T, llvm::ArrayRef<Block> Blocks, const std::vector<bool> &LockBlocks);

  struct Test {
    unsigned Value; ///< which tracked value
    uint32_t Number;
    bool Equal;     ///< the true branch is the equal one
  };
  std::optional<Test> testOf(ValueId Condition) const;
  /// What an event does to what is known.
  void update(const Event &E, Facts &Known) const;
  /// What is known of V on a path: a constant's own value, or that of a tracked value.
  Fact factOf(ValueId V, const Facts &Known) const;
  llvm::ArrayRef<ValueId> values() const { return Values; }
  /// On this path a condition holds that decides over the lock more than once: over taking it and over giving it back.
  bool decided(const Facts &Known) const;

private:
  std::optional<unsigned> slot(ValueId V) const;
  bool sameValue(ValueId A, ValueId B) const;
  bool neverNull(ValueId V) const;
  const Tables &T;
  const Program &P;
  llvm::SmallVector<ValueId, MaxTracked> Values;
  std::array<bool, MaxTracked> Pairs = {}; ///< tested more than once, and not set: `if (lock) enter(); ... if (lock) leave();`
};

} // namespace offmain

#endif
