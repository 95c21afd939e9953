// FLAGS: gtk2
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Lock functions of the program's own, and the mutex that only they use, have no purpose without the lock.
#include <gtk/gtk.h>

static GtkWidget *label;

/* GDK's lock is not recursive, this one is. */
static GRecMutex ui_mutex;
static int depth;

static void ui_lock(void);

static void
ui_lock(void)
{
  g_rec_mutex_lock(&ui_mutex);
  depth++;
}

static void
ui_unlock(void)
{
  depth--;
  g_rec_mutex_unlock(&ui_mutex);
}

static void show(const char *text)
{
  gdk_threads_enter();
  gtk_label_set_text(GTK_LABEL(label), text);
  gdk_threads_leave();
}

int main(int argc, char **argv)
{
  gdk_threads_set_lock_functions(ui_lock,
                                 ui_unlock);
  gdk_threads_init();
  gtk_init(&argc, &argv);
  label = gtk_label_new("");
  show("ready");
  gdk_threads_enter();
  gtk_main();
  gdk_threads_leave();
  return 0;
}
