// FLAGS: gtk3
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// gtk-052, Rhythmbox: the podcast parser's thread builds a confirmation dialog under the GDK lock, and the dialog's response handler
// runs the blocking parser on main. Reduced to the two functions; the lock makes the dialog legal (the lock itself is what is
// reported), the parse on main is not; when that fails, the lock is taken a second time. Chain of the parse:
// CHAIN: confirm_bad_mime_type_response_cb -> podcast_thread_parse_feed -> podcast_parse_load_feed
#include <gtk/gtk.h>

typedef struct {
  char *url;
  gboolean existing_feed;
} ThreadInfo;

static gpointer podcast_thread_parse_feed(gpointer data);

static gboolean podcast_parse_load_feed(const char *url) {
  GFile *file = g_file_new_for_uri(url);
  char *text = NULL;
  gboolean ok = g_file_load_contents(file, NULL, &text, NULL, NULL, NULL); /* EXPECT: blocking-call-on-main */
  ok = ok && g_str_has_prefix(text, "<?xml");
  g_free(text);
  g_object_unref(file);
  return ok;
}

static void confirm_bad_mime_type_response_cb(GtkDialog *dialog, int response, ThreadInfo *info) {
  if (response == GTK_RESPONSE_YES) {
    info->existing_feed = TRUE;
    podcast_thread_parse_feed(info);
  } else {
    g_free(info->url);
    g_free(info);
  }
  gtk_widget_destroy(GTK_WIDGET(dialog));
}

static void confirm_bad_mime_type(ThreadInfo *info) {
  GtkWidget *dialog;
  gdk_threads_enter(); /* EXPECT: gdk-threads-deprecated, gdk-lock */
  dialog = gtk_message_dialog_new(NULL, 0, GTK_MESSAGE_QUESTION, GTK_BUTTONS_YES_NO, "Not a podcast?");
  gtk_widget_show_all(dialog);
  g_signal_connect(dialog, "response", G_CALLBACK(confirm_bad_mime_type_response_cb), info);
  gdk_threads_leave(); /* EXPECT: gdk-threads-deprecated */
}

static gpointer podcast_thread_parse_feed(gpointer data) {
  ThreadInfo *info = data;
  if (!podcast_parse_load_feed(info->url) && !info->existing_feed)
    confirm_bad_mime_type(info);
  return NULL;
}

static void on_subscribe(GtkEntry *entry, gpointer data) {
  ThreadInfo *info = g_new0(ThreadInfo, 1);
  (void)data;
  info->url = g_strdup(gtk_entry_get_text(entry));
  g_thread_unref(g_thread_new("podcast-parse", podcast_thread_parse_feed, info));
}

int main(int argc, char **argv) {
  gtk_init(&argc, &argv);
  GtkWidget *window = gtk_window_new(GTK_WINDOW_TOPLEVEL);
  GtkWidget *entry = gtk_entry_new();
  gtk_container_add(GTK_CONTAINER(window), entry);
  g_signal_connect(entry, "activate", G_CALLBACK(on_subscribe), NULL);
  gtk_widget_show_all(window);
  gtk_main();
  return 0;
}
