// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef THREAD_H
#define THREAD_H

typedef void (*thread_fn)(void *data);
/// Starts a detached thread that calls fn(data).
int my_thread_start(thread_fn fn, void *data);

#endif
