// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What the two libraries in the program know of each other. They live in different linker namespaces (the auditor's
// own, and the program's), so nothing but this one object is shared: the reporter defines it, the auditor finds it by
// name in the reporter's symbol table and fills in the libraries.
#ifndef OFFMAIN_RUNTIME_SHARED_H
#define OFFMAIN_RUNTIME_SHARED_H

#include "runtime/Plan.h"
#include <atomic>
#include <stdint.h>

namespace offmain::rt {

/// Variables of the environment through which `offmain run` speaks to the libraries. They do not outlive the program
/// started: both libraries remove them unless children are to be followed.
constexpr char PlansVariable[] = "OFFMAIN_RT_PLANS"; ///< directory of plans, by build id
/// Descriptor of a socket on which plans that are missing are asked for. A request is the library's path, a newline and
/// the file name of its plan; the file name is sent back when the plan is there, or cannot be made.
constexpr char PlannerVariable[] = "OFFMAIN_RT_PLANNER";
constexpr char LibrariesVariable[] = "OFFMAIN_RT_LIBRARIES"; ///< beginnings of file names worth a plan, ':' between
/// `offmain` with this as its first argument makes a plan; then the library's path and the plan's.
constexpr char PlannerCommand[] = "runtime-plan";
/// File names of the two libraries.
constexpr char AuditorFile[] = "liboffmain-audit.so";
constexpr char PointersAuditorFile[] = "liboffmain-audit-pointers.so"; ///< the same with audit/Bindings.cpp
constexpr char ReporterFile[] = "liboffmain-reporter.so";
/// The name of the Shared object in the reporter's symbol table.
constexpr char SharedSymbol[] = "offmain_rt_shared";

/// The registers of a caller at the moment of its call, before anything of the hook ran. `Return` is the address of
/// the return address on the stack: the stack pointer at the function's entry.
struct CallFrame {
  uint64_t Rbx, Rbp, R12, R13, R14, R15;
  uint64_t Rdi, Rsi, Rdx, Rcx, R8, R9; ///< integer arguments, in order
  const uint64_t *Return;
};

/// A hooked library in the process.
struct HookedLibrary {
  uint64_t Base;          ///< load address
  const PlanHeader *Plan; ///< mapped for good
  HookData *Data;         ///< writable; its code follows a page later
  const uint8_t *Code;
  uint64_t First;            ///< number of its first hook
  uint32_t ByPointers;       ///< its code is as it was; pointers to its functions were changed
  uint32_t Patched, Refused; ///< hooks written; functions whose bytes were not what the plan knows
  char Path[256];
};

constexpr unsigned MaxLibraries = 64;
constexpr uint32_t SharedVersion = 2;

struct Shared {
  uint32_t Version;
  /// Called for every hooked call that is not on the known GUI thread. Null until the reporter has started.
  std::atomic<void (*)(const HookedLibrary &, const Hook &, const CallFrame &)> OnCall;
  std::atomic<uint32_t> Count; ///< libraries filled in; only grows
  HookedLibrary Libraries[MaxLibraries];
  /// Set by the auditor when hooks are in pointers: changes those that were written since. By the GUI thread, when its
  /// libraries are ready. Null if there is nothing to do.
  std::atomic<void (*)()> ChangePointers;
  /// Why no library could be hooked, if so ("text pages cannot be written: ..."); "" otherwise.
  char Trouble[256];
};

} // namespace offmain::rt

#endif
