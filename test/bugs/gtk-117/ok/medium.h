// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// See medium.c.
#include <gtk/gtk.h>

typedef struct Medium Medium;
GType medium_get_type(void);
void medium_probe(Medium *self);
void medium_wait(void);
