// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Hooks where code cannot be written: what points to a hooked function is made to point to the hook's code instead.
// That are the libraries' tables for calls (GOT), pointers in their data (C++ virtual tables), and what dlsym() gives.
// Calls inside of a toolkit that go through no pointer are not seen, so this is only the second choice: 46 of 51 ways
// of test/runtime/matrix.txt against 51.
#ifndef OFFMAIN_RUNTIME_AUDIT_POINTERS_H
#define OFFMAIN_RUNTIME_AUDIT_POINTERS_H

#include "runtime/Shared.h"
#include <link.h>

namespace offmain::rt {

/// The hook that stands for a function of one of the libraries; the address itself if there is none.
uint64_t hooked(const Shared &Known, uint64_t Address);
/// Changes the pointers in all libraries of a namespace, given one of them. They have to be relocated.
void changePointers(const Shared &Known, link_map *Any);

} // namespace offmain::rt

#endif
