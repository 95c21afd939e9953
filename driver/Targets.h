// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What fix/ has to know of findings besides their places: it sees one unit, and neither the models nor the program.
#ifndef OFFMAIN_DRIVER_TARGETS_H
#define OFFMAIN_DRIVER_TARGETS_H

#include "fix/Fix.h"
#include "solve/Solution.h"

namespace offmain {

/// One for each finding, in their order.
std::vector<fix::Target> fixTargets(const Program &P, const Solution &S, llvm::ArrayRef<Finding> Findings);

} // namespace offmain

#endif
