// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The program's C-like core reports errors through one function pointer.
#pragma once

typedef void (*error_cb_t)(const char *text);
void set_error_cb(error_cb_t cb);
int report_error(const char *text);
int core_import(const char *file);
