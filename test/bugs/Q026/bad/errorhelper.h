// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Error reports of the C core.
#pragma once
#ifdef __cplusplus
extern "C" {
#endif
int report_error(const char *format, ...);
void set_error_cb(void (*cb)(char *));
void export_dives_xslt(const char *file);
#ifdef __cplusplus
}
#endif
