// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A thread that takes commands from a local socket.
#pragma once
#include <string>

namespace cmdsocket {
void start();
void *listen_cmd(void *argument);
void exec_cmd(const std::string &text);
} // namespace cmdsocket
