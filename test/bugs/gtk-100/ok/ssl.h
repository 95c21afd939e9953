// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// See sslmanager.c.
#include <gtk/gtk.h>

typedef int (*VerifyFunc)(const char *host);
void ssl_set_verify_func(VerifyFunc func);
int ssl_init_socket(const char *host);
void ssl_manager_init(void);
void session_start(const char *host);
