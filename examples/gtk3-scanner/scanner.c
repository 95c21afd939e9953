// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "scanner.h"
#include "log.h"
#include "ui-thread.h"
#include <gio/gio.h>

struct _Scanner {
  GObject parent_instance;
  ScannerListener listener;
  gpointer listener_data;
  GThread *thread;
  char *root;
  gint cancelled;
  guint files;
  guint64 bytes;
};

G_DEFINE_TYPE(Scanner, scanner, G_TYPE_OBJECT)

enum { FINISHED, SUMMARY, N_SIGNALS };
static guint signals[N_SIGNALS];

static void scanner_finalize(GObject *object) {
  Scanner *self = APP_SCANNER(object);
  g_free(self->root);
  G_OBJECT_CLASS(scanner_parent_class)->finalize(object);
}

static void scanner_class_init(ScannerClass *klass) {
  G_OBJECT_CLASS(klass)->finalize = scanner_finalize;
  signals[FINISHED] = g_signal_new("finished", SCANNER_TYPE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SUMMARY] =
      g_signal_new("summary", SCANNER_TYPE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
}

static void scanner_init(Scanner *self) { (void)self; }

Scanner *scanner_new(void) { return g_object_new(SCANNER_TYPE, NULL); }

void scanner_set_listener(Scanner *self, const ScannerListener *listener, gpointer data) {
  self->listener = *listener;
  self->listener_data = data;
}

static void visit_file(Scanner *self, GFile *directory, GFileInfo *info) {
  GFile *file = g_file_get_child(directory, g_file_info_get_name(info));
  char *path = g_file_get_path(file);
  self->files++;
  self->bytes += g_file_info_get_size(info);
  if (self->listener.file_seen)
    self->listener.file_seen(self->listener_data, path, g_file_info_get_size(info));
  g_free(path);
  g_object_unref(file);
}

static void scan_directory(Scanner *self, GFile *directory) {
  GFileEnumerator *children = g_file_enumerate_children(directory, "standard::name,standard::type,standard::size",
                                                        G_FILE_QUERY_INFO_NOFOLLOW_SYMLINKS, NULL, NULL);
  if (!children)
    return;
  char *path = g_file_get_path(directory);
  if (self->listener.directory_entered)
    self->listener.directory_entered(self->listener_data, path);
  g_free(path);

  GFileInfo *info;
  while (!g_atomic_int_get(&self->cancelled) && (info = g_file_enumerator_next_file(children, NULL, NULL))) {
    if (g_file_info_get_file_type(info) == G_FILE_TYPE_DIRECTORY) {
      GFile *child = g_file_get_child(directory, g_file_info_get_name(info));
      scan_directory(self, child);
      g_object_unref(child);
    } else {
      visit_file(self, directory, info);
    }
    g_object_unref(info);
  }
  g_object_unref(children);
}

// Emits "summary" where it belongs: legitimate, though the post comes from the scanner's thread.
static void emit_summary(gpointer data) {
  Scanner *self = data;
  g_signal_emit(self, signals[SUMMARY], 0, self->files);
}

static gpointer scanner_thread(gpointer data) {
  Scanner *self = data;
  GFile *root = g_file_new_for_path(self->root);
  scan_directory(self, root);
  g_object_unref(root);
  ui_thread_post(emit_summary, g_object_ref(self), g_object_unref);
  // Whoever is connected to "finished" runs here, on this thread.
  g_signal_emit(self, signals[FINISHED], 0);
  return NULL;
}

void scanner_start(Scanner *self, const char *root) {
  if (self->thread)
    return;
  g_free(self->root);
  self->root = g_strdup(root);
  self->files = 0;
  self->bytes = 0;
  g_atomic_int_set(&self->cancelled, FALSE);
  self->thread = g_thread_new("scanner", scanner_thread, self);
}

void scanner_cancel(Scanner *self) { g_atomic_int_set(&self->cancelled, TRUE); }

void scanner_stop(Scanner *self) {
  if (!self->thread)
    return;
  scanner_cancel(self);
  g_thread_join(self->thread); // offmain: blocking-call-on-main
  self->thread = NULL;
}
