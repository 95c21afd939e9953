// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Many units' facts → one Program.
#ifndef OFFMAIN_LINK_LINK_H
#define OFFMAIN_LINK_LINK_H

#include "link/Program.h"

namespace offmain {

/// Merges the units. The merge commutes: any order of `Units` gives the same Program, because units are first put in
/// the order of (main file, command, content). Where two units hold different bodies of one function (headers under
/// different macros) the one with more events wins, then the first unit's; lambdas come from the unit of the function
/// around them. A name that is defined in several files (a database of several programs, each with a main()) gives
/// one entity a file, and a unit that does not define it means the one nearest in the directory tree.
///
/// The Program keeps nothing of the units; they may be unmapped afterwards. Units given twice are kept twice.
///
/// What later phases may count on: every index is in range; values and bases form no cycles, with one exception:
/// the receiver of a constructor's site may be the New (or CallResult) of that very site. Param and Captured ordinals
/// are NOT checked against the function they stand in. Values without locals and results of calls are unique by
/// content; others are unique within their unit.
Program link(llvm::ArrayRef<facts::UnitView> Units);

} // namespace offmain

#endif
