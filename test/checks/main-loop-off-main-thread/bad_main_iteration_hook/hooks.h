// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef HOOKS_H
#define HOOKS_H

typedef void (*idle_hook)(void);
void library_set_idle_hook(idle_hook hook);
void library_fetch_all(void);

#endif
