// FLAGS: gtk3
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// DeaDBeeF: gtkui_dispatch_on_main(block): the block is copied and posted with g_idle_add, called and released on main. Plugins'
// worker threads call it with blocks that touch widgets. Here with Clang's blocks, as the original.
// DEFINES: -fblocks
#include <gtk/gtk.h>

typedef void (^dispatch_block)(void);
void *_Block_copy(const void *block);
void _Block_release(const void *block);

static gboolean call_block(gpointer data) {
  dispatch_block block = (dispatch_block)data;
  block();
  _Block_release(data);
  return FALSE;
}

static void dispatch_on_main(dispatch_block block) { g_idle_add(call_block, _Block_copy((const void *)block)); }

static GtkWidget *label;

static gpointer worker(gpointer data) {
  int count = GPOINTER_TO_INT(data) + 1;
  dispatch_on_main(^{
    char text[32];
    g_snprintf(text, sizeof text, "%d files", count);
    gtk_label_set_text(GTK_LABEL(label), text);
  });
  return NULL;
}

int main(int argc, char **argv) {
  gtk_init(&argc, &argv);
  label = gtk_label_new("");
  g_thread_unref(g_thread_new("worker", worker, GINT_TO_POINTER(41)));
  gtk_main();
  return 0;
}
