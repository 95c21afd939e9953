// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Which functions a callable value can be.
//
// Demand driven and backwards: from a value at a call to the places that feed it (parameters ← arguments of callers,
// captures ← the enclosing function, locals/globals/fields ← stores, call results ← returned values or, for outside
// calls, their callable arguments). Only the sub-graph below indirect calls is ever visited; a forward whole-program
// propagation visited every store and cost more than the rest of the solver together on C programs.
// Field-based: a field is one cell whatever object it is in.
#ifndef OFFMAIN_SOLVE_FLOW_H
#define OFFMAIN_SOLVE_FLOW_H

#include "solve/Tables.h"

namespace offmain {

/// How the arguments at a site become the parameters of what it ends up calling.
struct Passing {
  SiteId Site;
  int Shift = 0;    ///< parameter i is argument i + Shift (std::thread(f, a, b): 1)
  int Data = NoArg; ///< instead: the last parameter is this argument (user data)
  bool Later = false; ///< the call happens elsewhere than at Site (handed to a thread, a queue, a bind)
  friend auto operator<=>(const Passing &, const Passing &) = default;
};

class Flow {
public:
  explicit Flow(const Tables &T) : T(T) {}

  /// Functions that V, seen in Frame, can be; sorted. Members named by `&C::m` are themselves, not their overriders.
  llvm::SmallVector<FunctionId, 4> functions(FunctionId Frame, ValueId V) const;

  /// Non-callable sources of V (New, CallResult of constructors, Enum, String, Null, ...), sorted; for homes and guards.
  llvm::SmallVector<FramedValue, 4> sources(FunctionId Frame, ValueId V) const;

  /// A call that was found to reach F through a value: its arguments feed F's parameters from now on.
  /// True if that was new.
  bool addCaller(FunctionId F, Passing How);
  llvm::ArrayRef<Passing> dynamicCallers(FunctionId F) const;
  /// What parameter N of F is given by a dynamic caller, in the frame of the site's caller; none if it is not known.
  ValueId argument(FunctionId F, const Passing &How, unsigned N) const;

private:
  struct Walk;
  const Tables &T;
  llvm::DenseMap<uint32_t, std::vector<Passing>> Dynamic;
};

} // namespace offmain

#endif
