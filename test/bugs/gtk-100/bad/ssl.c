// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// See sslmanager.c.
#include "ssl.h"

static VerifyFunc verify_func;

void ssl_set_verify_func(VerifyFunc func) { verify_func = func; }

int ssl_init_socket(const char *host) {
  if (verify_func && verify_func(host))
    return 1;
  return 0;
}
