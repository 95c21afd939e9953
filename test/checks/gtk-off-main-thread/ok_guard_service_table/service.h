// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef SERVICE_H
#define SERVICE_H
#include <glib.h>

typedef struct Services {
  gboolean (*in_main_thread)(void);
  void (*post)(GSourceFunc fn, gpointer data);
} Services;

const Services *host_services(void);
void plugin_start(const Services *services);

#endif
