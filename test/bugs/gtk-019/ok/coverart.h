// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef COVERART_H
#define COVERART_H

typedef void (*CoverCallback)(void *user_data);
void coverart_load(const char *path, CoverCallback callback, void *user_data);

#endif
