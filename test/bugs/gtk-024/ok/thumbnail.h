// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// See model.c.
#include <gtk/gtk.h>

typedef struct Request Request;
typedef void (*ReadyCallback)(Request *request, gpointer data);
struct Request {
  ReadyCallback callback;
  gpointer data;
  GdkPixbuf *pixbuf;
};
void thumbnail_load(ReadyCallback callback, gpointer data);
void model_load_thumbnails(GtkListStore *store);
