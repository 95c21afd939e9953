// FLAGS: gtk3
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Post and wait: the worker invokes on main and waits for the answer on a condition. The wait is the worker's, the GTK call
// main's.
#include <gtk/gtk.h>

typedef struct {
  GtkWindow *parent;
  GMutex lock;
  GCond answered;
  gboolean done, yes;
} Question;

static void on_response(GtkDialog *dialog, int response, Question *question) {
  g_mutex_lock(&question->lock);
  question->yes = response == GTK_RESPONSE_YES;
  question->done = TRUE;
  g_cond_signal(&question->answered);
  g_mutex_unlock(&question->lock);
  gtk_widget_destroy(GTK_WIDGET(dialog));
}

static gboolean ask_on_main(gpointer data) {
  Question *question = data;
  GtkWidget *dialog = gtk_message_dialog_new(question->parent, GTK_DIALOG_MODAL, GTK_MESSAGE_QUESTION,
                                             GTK_BUTTONS_YES_NO, "Overwrite?");
  g_signal_connect(dialog, "response", G_CALLBACK(on_response), question);
  gtk_widget_show(dialog);
  return G_SOURCE_REMOVE;
}

static gboolean ask(GtkWindow *parent) {
  Question question = {.parent = parent};
  g_mutex_init(&question.lock);
  g_cond_init(&question.answered);
  g_main_context_invoke(NULL, ask_on_main, &question);
  g_mutex_lock(&question.lock);
  while (!question.done)
    g_cond_wait(&question.answered, &question.lock);
  g_mutex_unlock(&question.lock);
  return question.yes;
}

static gpointer save_thread(gpointer window) {
  if (ask(window))
    g_file_set_contents("out.txt", "x", 1, NULL);
  return NULL;
}

int main(int argc, char **argv) {
  gtk_init(&argc, &argv);
  GtkWidget *window = gtk_window_new(GTK_WINDOW_TOPLEVEL);
  gtk_widget_show(window);
  g_thread_unref(g_thread_new("save", save_thread, window));
  gtk_main();
  return 0;
}
