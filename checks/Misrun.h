// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What a connection runs on the wrong thread: the chain to its functor or slot, and the calls below that must not be
// made there. Shared by the rules that report a connection in place of what it leads to.
#ifndef OFFMAIN_CHECKS_MISRUN_H
#define OFFMAIN_CHECKS_MISRUN_H

#include "checks/QtUse.h"
#include "solve/Connections.h"
#include "llvm/ADT/STLFunctionalExtras.h"

namespace offmain {

struct Misrun {
  const Connection *Of = nullptr;
  FunctionId Slot;        ///< the functor or slot
  Ctx Runs = Ctx::Worker; ///< where it runs
  Confidence Sure = Confidence::High;
  std::string Doing, Why;    ///< of the first use: "calls QLabel::setText()", why that is wrong
  std::vector<Step> Witness; ///< from the entry to that use
  std::vector<Step> Others;  ///< further uses below the slot, by place
  std::vector<std::string> Assumptions;
};

/// The worst run of each connection that `Wanted` picks and that runs something where it must not; one for each place.
std::vector<Misrun> misruns(const Program &P, const Solution &S, llvm::function_ref<bool(const Connection &)> Wanted);

/// The finding at the connection's place.
Finding findingOf(const Program &P, const Misrun &M, llvm::StringRef Rule, Level Severity, llvm::StringRef Message);

} // namespace offmain

#endif
