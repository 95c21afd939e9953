// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef LOG_H
#define LOG_H

typedef void (*LogFunc)(const char *text);
void set_log_ui_func(LogFunc print_func, LogFunc warning_func);
void log_print(const char *format, ...);
void resolve_start(const char *host);
void log_window_init(void);

#endif
