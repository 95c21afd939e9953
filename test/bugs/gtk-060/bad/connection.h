// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// See source.c.
#include <gtk/gtk.h>

typedef struct Connection Connection;
GType connection_get_type(void);
void connection_start(Connection *connection);
void source_use(Connection *connection);
