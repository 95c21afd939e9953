// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The program's own way to the GTK thread.
#pragma once
#include <functional>

namespace ui {
/// Remembers the calling thread as the one that may use GTK.
void init();
bool isCurrent();
/// Calls the function later on the GTK thread. From any thread.
void post(std::function<void()> function);
} // namespace ui
