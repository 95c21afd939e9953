// FLAGS: gtk3
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// gtk-052, Rhythmbox, fixed: the dialog is made in an idle callback, the second parse gets a thread again. (The lock went in a
// following change, here too.)
#include <gtk/gtk.h>

typedef struct {
  char *url;
  gboolean existing_feed;
} ThreadInfo;

static gpointer podcast_thread_parse_feed(gpointer data);

static gboolean podcast_parse_load_feed(const char *url) {
  GFile *file = g_file_new_for_uri(url);
  char *text = NULL;
  gboolean ok = g_file_load_contents(file, NULL, &text, NULL, NULL, NULL);
  ok = ok && g_str_has_prefix(text, "<?xml");
  g_free(text);
  g_object_unref(file);
  return ok;
}

static void confirm_bad_mime_type_response_cb(GtkDialog *dialog, int response, ThreadInfo *info) {
  if (response == GTK_RESPONSE_YES) {
    info->existing_feed = TRUE;
    g_thread_unref(g_thread_new("podcast-parse", podcast_thread_parse_feed, info));
  } else {
    g_free(info->url);
    g_free(info);
  }
  gtk_widget_destroy(GTK_WIDGET(dialog));
}

static gboolean confirm_bad_mime_type(ThreadInfo *info) {
  GtkWidget *dialog = gtk_message_dialog_new(NULL, 0, GTK_MESSAGE_QUESTION, GTK_BUTTONS_YES_NO, "Not a podcast?");
  gtk_widget_show_all(dialog);
  g_signal_connect(dialog, "response", G_CALLBACK(confirm_bad_mime_type_response_cb), info);
  return FALSE;
}

static gpointer podcast_thread_parse_feed(gpointer data) {
  ThreadInfo *info = data;
  if (!podcast_parse_load_feed(info->url) && !info->existing_feed)
    g_idle_add((GSourceFunc)confirm_bad_mime_type, info);
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
