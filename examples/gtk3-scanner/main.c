// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// gtk3-scanner [--quit-after=SECONDS]: lists the files below the home directory. A program with the classic mistakes on
// purpose; the lines that offmain is to report say so.
#include "checksums.h"
#include "log.h"
#include "ui-thread.h"
#include "window.h"

static Window *window;
static int quit_after;

static gboolean quit(gpointer application) {
  g_application_quit(application);
  return G_SOURCE_REMOVE;
}

static void print_line(LogSink *self, const char *line) {
  (void)self;
  g_print("%s\n", line); // from any thread: right
}

static LogSink stdout_sink = {.write = print_line};

static void on_activate(GtkApplication *application, gpointer data) {
  (void)data;
  if (window)
    return;
  window = window_new(application);
  if (quit_after)
    g_timeout_add_seconds(quit_after, quit, application);
}

int main(int argc, char **argv) {
  const GOptionEntry options[] = {
      {"quit-after", 0, 0, G_OPTION_ARG_INT, &quit_after, "Leave after so many seconds", "SECONDS"}, {0}};
  ui_thread_init();
  checksums_init();
  log_add_sink(&stdout_sink);
  GtkApplication *application = gtk_application_new("org.example.Scanner", G_APPLICATION_NON_UNIQUE);
  g_application_add_main_option_entries(G_APPLICATION(application), options);
  g_signal_connect(application, "activate", G_CALLBACK(on_activate), NULL);
  int status = g_application_run(G_APPLICATION(application), argc, argv);
  if (window)
    window_free(window);
  g_object_unref(application);
  return status;
}
