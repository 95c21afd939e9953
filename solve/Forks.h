// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Which calls are made in the child of a fork(), told by what the tested value is on each side:
//
//   outcome(v, side) = 0 in the child, some pid in the parent, -1 when it failed    for v = fork() and its holder
//   a branch keeps the sides for which its condition can hold
//
// A dataflow of its own over the few functions that fork. Rejected: matching "pid == 0" and its forms. `pid > 0`,
// `!pid`, `switch (pid)`, wrappers that return the pid or "I am the child" and a pid kept in a field are one
// evaluation.
#ifndef OFFMAIN_SOLVE_FORKS_H
#define OFFMAIN_SOLVE_FORKS_H

#include "solve/Tables.h"
#include "llvm/ADT/DenseSet.h"

namespace offmain {

class Forks {
public:
  explicit Forks(const Tables &T);

  /// Is the call at S made by the child of a fork in the same function, and by nobody else?
  bool child(SiteId S) const { return Children.contains(S.Index); }
  /// That fork: the nearest above S in the function; none if S is not a child's.
  SiteId forkOf(SiteId S) const;

private:
  /// Who can be at a place, as bits. Nested: a child has forked again, so tests of the second result say nothing of who
  /// is a child.
  enum Side : uint8_t { Child = 1, Parent = 2, Failed = 4, Nested = 8 };
  static constexpr Side AllSides[] = {Child, Parent, Failed};
  struct Path {
    uint8_t Sides = Parent;
    Cell Pid = 0; ///< the variable that holds the result of fork()
    friend bool operator==(const Path &, const Path &) = default;
  };
  using Paths = llvm::SmallVector<Path, 2>;
  /// What a function that forks returns on a side: unset, a number, or not one number.
  struct Result {
    bool Set = false, Mixed = false;
    int64_t Number = 0;
    void add(std::optional<int64_t> N);
  };
  struct Summary {
    uint8_t Sides = 0; ///< who returns
    Result Results[std::size(AllSides)];
  };

  bool analyze(FunctionId F);
  void step(const Event &E, Path &At) const;
  Cell holder(const Event &E, Cell Pid) const;
  bool ends(const Site &S) const;
  uint8_t forks(const Site &S) const;
  bool isOutcome(ValueId V, Cell Pid) const;
  std::optional<int64_t> outcome(ValueId V, Cell Pid, Side Of, unsigned Depth = 0) const;
  uint8_t filter(const Path &At, ValueId Condition, bool Taken) const;
  void note(FunctionId F, llvm::ArrayRef<Paths> In, Summary &Sum);

  const Tables &T;
  const Program &P;
  llvm::DenseMap<uint32_t, Summary> Summaries; ///< of functions that a child can return from
  llvm::DenseSet<uint32_t> Children;           ///< sites
};

} // namespace offmain

#endif
