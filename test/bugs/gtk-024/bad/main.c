// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// See model.c.
#include "thumbnail.h"

int main(int argc, char **argv) {
  gdk_threads_init();
  gtk_init(&argc, &argv);
  model_load_thumbnails(gtk_list_store_new(1, G_TYPE_STRING));
  gdk_threads_enter();
  gtk_main();
  gdk_threads_leave();
  return 0;
}
