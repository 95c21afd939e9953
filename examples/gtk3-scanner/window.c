// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "window.h"
#include "checksums.h"
#include "export.h"
#include "log.h"
#include "scanner.h"
#include "ui-thread.h"

typedef struct {
  LogSink base;
  GtkTextView *view;
} ViewSink;

struct _Window {
  GtkWidget *toplevel;
  GtkWidget *scan_button;
  GtkWidget *progress;
  GtkLabel *status;
  GtkLabel *directory;
  Scanner *scanner;
  ViewSink sink;
};

// --- the log in a text view -------------------------------------------------------------------------------------------

// Called by log_message on the thread of whoever logs, which checksums.c does on a thread of its pool.
static void view_sink_write(LogSink *base, const char *line) {
  ViewSink *self = (ViewSink *)base;
  GtkTextBuffer *buffer = gtk_text_view_get_buffer(self->view); // offmain: gtk-off-main-thread
  GtkTextIter end;
  gtk_text_buffer_get_end_iter(buffer, &end);          // offmain: gtk-off-main-thread
  gtk_text_buffer_insert(buffer, &end, line, -1);      // offmain: gtk-off-main-thread
  gtk_text_buffer_insert(buffer, &end, "\n", 1);       // offmain: gtk-off-main-thread
}

static void view_sink_clear(LogSink *base) {
  ViewSink *self = (ViewSink *)base;
  gtk_text_buffer_set_text(gtk_text_view_get_buffer(self->view), "", 0); // only ever from the Clear button
}

// --- what the scanner tells, on its thread -----------------------------------------------------------------------------

static void show_count(Window *self, const char *path, goffset size) {
  char *text = g_strdup_printf("%s (%" G_GOFFSET_FORMAT " bytes)", path, size);
  gtk_label_set_text(self->status, text); // offmain: gtk-off-main-thread
  g_free(text);
}

static void update_status(Window *self, const char *path, goffset size) {
  show_count(self, path, size);
  checksums_queue(path);
}

static void on_file_seen(gpointer data, const char *path, goffset size) { update_status(data, path, size); }

typedef struct {
  Window *window;
  char *path;
} Entered;

static void show_directory(gpointer data) {
  Entered *entered = data;
  gtk_label_set_text(entered->window->directory, entered->path); // posted to the GTK thread: right
}

static void free_entered(gpointer data) {
  Entered *entered = data;
  g_free(entered->path);
  g_free(entered);
}

static void on_directory_entered(gpointer data, const char *path) {
  Entered *entered = g_new(Entered, 1);
  *entered = (Entered){data, g_strdup(path)};
  ui_thread_post(show_directory, entered, free_entered);
}

// "finished" is emitted on the scanner's thread; handlers run there.
static void on_finished(Scanner *scanner, gpointer data) {
  (void)scanner;
  Window *self = data;
  gtk_widget_set_sensitive(self->scan_button, TRUE); // offmain: gtk-off-main-thread
}

// "summary" is emitted on the GTK thread.
static void on_summary(Scanner *scanner, guint files, gpointer data) {
  (void)scanner;
  Window *self = data;
  char *text = g_strdup_printf("%u files", files);
  gtk_progress_bar_set_text(GTK_PROGRESS_BAR(self->progress), text);
  g_free(text);
}

// --- handlers: the GTK thread -------------------------------------------------------------------------------------------

static void on_scan_clicked(GtkButton *button, gpointer data) {
  Window *self = data;
  gtk_widget_set_sensitive(GTK_WIDGET(button), FALSE);
  scanner_start(self->scanner, g_get_home_dir());
}

static void on_stop_clicked(GtkButton *button, gpointer data) {
  (void)button;
  Window *self = data;
  scanner_stop(self->scanner); // waits in scanner.c
  g_usleep(300 * 1000);        // offmain: blocking-call-on-main
  gtk_label_set_text(self->status, "stopped");
}

static void on_export_clicked(GtkButton *button, gpointer data) {
  (void)button;
  Window *self = data;
  export_report(GTK_WINDOW(self->toplevel), gtk_label_get_text(self->status));
  export_in_background(self->status, gtk_label_get_text(self->status));
}

static void on_clear_clicked(GtkButton *button, gpointer data) {
  (void)button, (void)data;
  log_clear();
}

static void on_checksum_ready(GObject *source, GAsyncResult *result, gpointer data) {
  (void)source;
  Window *self = data;
  char *sum = checksum_file_finish(result, NULL);
  gtk_label_set_text(self->status, sum ? sum : "unreadable"); // GTask calls back on the GTK thread
  g_free(sum);
}

static void on_self_check_clicked(GtkButton *button, gpointer data) {
  (void)button;
  GFile *self_exe = g_file_new_for_path("/proc/self/exe");
  checksum_file_async(self_exe, on_checksum_ready, data);
  g_object_unref(self_exe);
}

static gboolean pulse(gpointer data) {
  Window *self = data;
  gtk_progress_bar_pulse(GTK_PROGRESS_BAR(self->progress));
  return G_SOURCE_CONTINUE;
}

// A watchdog that touches the progress bar only on the GTK thread, and asks which one it is on.
static gpointer watchdog_thread(gpointer data) {
  Window *self = data;
  g_usleep(1000 * 1000);
  if (ui_thread_is_current())
    gtk_progress_bar_pulse(GTK_PROGRESS_BAR(self->progress)); // never here
  else
    gdk_threads_add_idle(pulse, self); // offmain: gdk-threads-deprecated
  return NULL;
}

static GtkWidget *add_button(GtkContainer *box, const char *label, GCallback clicked, gpointer data) {
  GtkWidget *button = gtk_button_new_with_label(label);
  g_signal_connect(button, "clicked", clicked, data);
  gtk_container_add(box, button);
  return button;
}

static const ScannerListener listener = {
    .file_seen = on_file_seen,
    .directory_entered = on_directory_entered,
};

Window *window_new(GtkApplication *application) {
  Window *self = g_new0(Window, 1);
  self->toplevel = gtk_application_window_new(application);
  GtkWidget *box = gtk_box_new(GTK_ORIENTATION_VERTICAL, 6);
  gtk_container_add(GTK_CONTAINER(self->toplevel), box);
  self->scan_button = add_button(GTK_CONTAINER(box), "Scan", G_CALLBACK(on_scan_clicked), self);
  add_button(GTK_CONTAINER(box), "Stop", G_CALLBACK(on_stop_clicked), self);
  add_button(GTK_CONTAINER(box), "Export", G_CALLBACK(on_export_clicked), self);
  add_button(GTK_CONTAINER(box), "Clear", G_CALLBACK(on_clear_clicked), NULL);
  add_button(GTK_CONTAINER(box), "Checksum of this program", G_CALLBACK(on_self_check_clicked), self);
  self->progress = gtk_progress_bar_new();
  gtk_container_add(GTK_CONTAINER(box), self->progress);
  self->status = GTK_LABEL(gtk_label_new("ready"));
  self->directory = GTK_LABEL(gtk_label_new(""));
  gtk_container_add(GTK_CONTAINER(box), GTK_WIDGET(self->status));
  gtk_container_add(GTK_CONTAINER(box), GTK_WIDGET(self->directory));

  GtkWidget *view = gtk_text_view_new();
  gtk_container_add(GTK_CONTAINER(box), view);
  self->sink = (ViewSink){{view_sink_write, view_sink_clear}, GTK_TEXT_VIEW(view)};
  log_add_sink(&self->sink.base);

  self->scanner = scanner_new();
  scanner_set_listener(self->scanner, &listener, self);
  g_signal_connect(self->scanner, "finished", G_CALLBACK(on_finished), self);
  g_signal_connect(self->scanner, "summary", G_CALLBACK(on_summary), self);
  g_thread_unref(g_thread_new("watchdog", watchdog_thread, self));
  gtk_widget_show_all(self->toplevel);
  return self;
}

GtkWindow *window_get_toplevel(Window *self) { return GTK_WINDOW(self->toplevel); }

void window_free(Window *self) {
  scanner_stop(self->scanner); // the main loop has ended: waiting is right here
  g_object_unref(self->scanner);
  g_free(self);
}
