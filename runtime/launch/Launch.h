// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Starts a program under the runtime checker and receives what its reporter tells.
//
//   LD_AUDIT, LD_PRELOAD, descriptors ─▶ program … messages ─▶ OnMessage; counters ─▶ Ended
#ifndef OFFMAIN_RUNTIME_LAUNCH_LAUNCH_H
#define OFFMAIN_RUNTIME_LAUNCH_LAUNCH_H

#include "runtime/Wire.h"
#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/STLFunctionalExtras.h"
#include "llvm/Support/Error.h"
#include "llvm/Support/JSON.h"
#include <string>
#include <vector>

namespace offmain::rt {

enum class AtReport : uint8_t { Go, Abort, Trap };

struct LaunchOptions {
  std::string Libraries; ///< directory of the auditor and the reporter
  std::string Planner;   ///< this executable, which makes plans that are missing
  std::string Plans;     ///< directory of plans; is made
  AtReport First = AtReport::Go;
  bool FollowChildren = false;
  bool Pointers = false; ///< hooks are not written into code but into pointers to functions
  unsigned StallMs = 250;
  unsigned MaxReports = MaxSites;
};

/// What a site came to, in the end.
struct SiteTotal {
  uint64_t Count = 0, WorstMs = 0, TotalMs = 0;
  unsigned Threads = 0;
};

struct Ended {
  int Status = 0;               ///< as wait() gives it
  std::vector<SiteTotal> Sites; ///< by number
  uint64_t Lost = 0;            ///< reports for which there was no room
};

/// Why a program cannot be checked though it can run: statically linked, set-user-ID, for another machine. "" if it
/// can.
std::string uncheckable(llvm::StringRef Program);

/// Runs `Command` (its first word is the program's path) and gives its messages as they come. The answer of OnMessage
/// to a report: true to let the program go on where it waits for one (see AtReport). The error says why it could not be
/// started.
llvm::Expected<Ended> launch(llvm::ArrayRef<std::string> Command, const LaunchOptions &Options,
                             llvm::function_ref<bool(const llvm::json::Object &)> OnMessage);

} // namespace offmain::rt

#endif
