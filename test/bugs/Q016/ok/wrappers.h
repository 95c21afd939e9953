// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The project's own way to a thread: a function wrapped into a QThread heir.
#pragma once
#include <functional>

class QThread;
QThread *CreateQThread(std::function<void()> func);
