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

class Flow {
public:
  explicit Flow(const Tables &T) : T(T) {}

  /// Functions that V, seen in Frame, can be; sorted. Members named by `&C::m` are themselves, not their overriders.
  llvm::SmallVector<FunctionId, 4> functions(FunctionId Frame, ValueId V) const;

  /// Non-callable sources of V (New, CallResult of constructors, Enum, String, Null, ...), sorted; for homes and guards.
  llvm::SmallVector<FramedValue, 4> sources(FunctionId Frame, ValueId V) const;

  /// A call through a value that was found to reach F: its arguments feed F's parameters from now on.
  /// True if that was new.
  bool addCaller(FunctionId F, SiteId S);
  llvm::ArrayRef<SiteId> dynamicCallers(FunctionId F) const;

private:
  struct Walk;
  const Tables &T;
  llvm::DenseMap<uint32_t, std::vector<SiteId>> Dynamic;
};

} // namespace offmain

#endif
