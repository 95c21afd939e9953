// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The command thread's interface.
#pragma once

namespace cmdsocket {
enum Command { None, Show, Hide };
void listen(int *commands);
} // namespace cmdsocket
