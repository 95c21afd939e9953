// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// In the auditor for hooks in pointers only: calls as they are bound, and dlsym(). An auditor that has this function
// makes the linker keep a record of every binding, from its first steps on: that costs, and some programs (clang's
// ThreadSanitizer) cannot serve its allocations so early. So the ordinary auditor has it not.
#include "runtime/audit/Pointers.h"

extern "C" __attribute__((visibility("hidden"))) const offmain::rt::Shared *offmain_rt_known();

extern "C" __attribute__((visibility("default"))) uintptr_t la_symbind64(Elf64_Sym *Symbol, unsigned, uintptr_t *,
                                                                         uintptr_t *, unsigned *, const char *) {
  return offmain::rt::hooked(*offmain_rt_known(), Symbol->st_value);
}
