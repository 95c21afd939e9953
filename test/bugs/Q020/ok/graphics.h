// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The library's graphics thread.
#pragma once

void graphics_add_callback(void (*draw)(void *param), void *param);
void graphics_start();
