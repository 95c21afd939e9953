// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef POST_H
#define POST_H

typedef void (*ui_fn)(void *data);
/// Calls fn(data) on the main thread, soon.
void run_on_ui(ui_fn fn, void *data);

#endif
