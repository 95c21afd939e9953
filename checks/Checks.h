// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The rules as a table. Each is a pure function (Program, Solution) → findings.
#ifndef OFFMAIN_CHECKS_CHECKS_H
#define OFFMAIN_CHECKS_CHECKS_H

#include "findings/Finding.h"
#include "link/Program.h"
#include "models/Models.h"
#include "solve/Solution.h"
#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/StringRef.h"

namespace offmain {

using Check = void(const Program &, const Solution &, std::vector<Finding> &);

struct Rule {
  llvm::StringRef Id;
  Level DefaultLevel;
  llvm::StringRef Summary; ///< one line
  llvm::StringRef Page;    ///< docs/rules/<id>.md, embedded
  Check *Run;
};

/// All rules, in table order.
llvm::ArrayRef<Rule> rules();

/// Runs the rules whose id is in `Ids` (all when empty). Findings come unsorted and without fingerprint.
std::vector<Finding> runChecks(const Program &P, const Solution &S, llvm::ArrayRef<llvm::StringRef> Ids);

} // namespace offmain

#endif
