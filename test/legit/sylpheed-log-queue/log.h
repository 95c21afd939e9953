// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef LOG_H
#define LOG_H

void log_print(const char *text);
void set_log_func(void (*func)(const char *));
void imap_start(void);

#endif
