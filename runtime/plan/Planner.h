// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A library on disk × models → its plan (see runtime/Plan.h).
//
//   exported functions ──demangle──▶ names ──contracts──▶ what is hooked ──X86──▶ code
//
// Class hierarchies, which contracts with heirs need, come from the library's own run-time type information.
#ifndef OFFMAIN_RUNTIME_PLAN_PLANNER_H
#define OFFMAIN_RUNTIME_PLAN_PLANNER_H

#include "models/Models.h"
#include "llvm/ADT/StringRef.h"
#include "llvm/Support/Error.h"
#include <string>
#include <utility>
#include <vector>

namespace offmain::rt {

struct PlannedLibrary {
  std::string BuildId;                                   ///< lower-case hexadecimal; the plan's file name
  std::vector<char> Bytes;                               ///< the plan
  unsigned Hooked = 0;                                   ///< functions with a hook
  std::vector<std::pair<std::string, std::string>> Left; ///< functions that should have one and cannot, and why
};

/// Beginnings of the file names of libraries that plans are made for ("libgtk-3.so").
llvm::ArrayRef<llvm::StringRef> toolkitLibraries();

/// Plans for a library. The error says what is wrong with the file: not an ELF file of this machine, no build id.
llvm::Expected<PlannedLibrary> planLibrary(llvm::StringRef Path, const ModelSet &Models);

} // namespace offmain::rt

#endif
