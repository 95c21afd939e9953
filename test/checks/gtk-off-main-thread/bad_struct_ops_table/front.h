// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef FRONT_H
#define FRONT_H
#include <gtk/gtk.h>

typedef struct FrontOps {
  void (*open)(const char *title);
  void (*note)(const char *text);
  int (*width)(void);
} FrontOps;

void backend_start(const FrontOps *front);

#endif
