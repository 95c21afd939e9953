// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Stacks of the program, and whose code their frames are.
#ifndef OFFMAIN_RUNTIME_REPORTER_STACK_H
#define OFFMAIN_RUNTIME_REPORTER_STACK_H

#include "runtime/Owner.h"
#include "runtime/Shared.h"
#include <ucontext.h>

namespace offmain::rt {

/// A layout of nested boxes takes ten frames a level before it comes to the program.
constexpr unsigned MaxFrames = 160;

/// Return addresses, innermost first. The first frame of a call's stack is its caller.
struct Stack {
  unsigned Count = 0;
  uint64_t Pc[MaxFrames];
};

/// A library or executable in the process.
struct Module {
  uint64_t Begin, End, Base;
  Owner Is;
  char Path[232];
};

/// The module an address lies in; null for code that belongs to none that is known (see refreshModules). Never blocks.
const Module *moduleOf(uint64_t Address);
/// Makes the modules known that are loaded by now.
void refreshModules();

/// A function or object of the program's libraries, by name; null if there is none. Looked for everywhere, and then in
/// libraries whose file names begin so: what Python loads is not visible to others (RTLD_LOCAL).
void *symbol(const char *Name, const char *FileName);

/// Before the first stack. False if libunwind is not there: stacks then have one frame.
bool startUnwinding();

/// The stack of a hooked call. Touches no lock of the program.
void unwind(const CallFrame &From, Stack &Into);
/// The stack of the thread that a signal has interrupted.
void unwind(const ucontext_t &From, Stack &Into);
/// Leaves of the stack what the main loop runs: what lies below the code around `LoopPc`, which is looked for from
/// frame `From` on. False if it stands nowhere.
bool cutAtLoop(Stack &Of, unsigned From, uint64_t LoopPc);

/// The first frame of the program, or of the interpreter that runs it; Count if there is none. Code of no file was made
/// while the program runs: by the program (Made), or by a graphics driver. It counts where the stack begins; further
/// out it is an unwinder gone astray.
unsigned firstOfProgram(const Stack &Of, bool Made);

} // namespace offmain::rt

#endif
