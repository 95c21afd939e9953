// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef SCRSAVER_H
#define SCRSAVER_H
#include <gio/gio.h>

void scrsaver_set_proxy(GDBusProxy *proxy);
void scrsaver_disable(void);
void scrsaver_enable(void);

#endif
