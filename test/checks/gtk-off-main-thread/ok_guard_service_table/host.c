// FLAGS: gtk3
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The thread test is reached through a table of services that the host hands to its plugin.
#include "service.h"
#include <gtk/gtk.h>

static GThread *gui_thread;

static gboolean host_in_main_thread(void) { return g_thread_self() == gui_thread; }

static void host_post(GSourceFunc fn, gpointer data) { g_idle_add(fn, data); }

static const Services services = {
    .in_main_thread = host_in_main_thread,
    .post = host_post,
};

const Services *host_services(void) { return &services; }

int main(int argc, char **argv) {
  gtk_init(&argc, &argv);
  gui_thread = g_thread_self();
  plugin_start(host_services());
  gtk_main();
  return 0;
}
