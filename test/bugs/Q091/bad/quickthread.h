// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A thread that runs a function.
#pragma once
#include <QThread>
#include <functional>

QThread *makeThread(std::function<void()> body);
