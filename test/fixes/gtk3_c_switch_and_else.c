// FLAGS: gtk3
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Statements without braces get some where they grow; calls under a case keep their place.
#include <gtk/gtk.h>

typedef struct {
    GtkWidget *label, *spinner;
    char name[32];
} Task;

static gpointer run_task(gpointer user_data) {
    Task *task = user_data;
    int i;

    for (i = 0; i < 4; i++)
        switch (i) {
        case 0:
            gtk_spinner_start(GTK_SPINNER(task->spinner));
            gtk_label_set_text(GTK_LABEL(task->label), task->name);
            break;
        case 1: gtk_widget_show(task->label); break;
        default:
            if (i == 2)
                gtk_label_set_width_chars(GTK_LABEL(task->label), i);
            else if (i == 3)
                gtk_label_set_lines(GTK_LABEL(task->label), i);
            else
                gtk_spinner_stop(GTK_SPINNER(task->spinner));
        }
    return NULL;
}

void start(Task *task) {
    g_thread_unref(g_thread_new("task", run_task, task));
}
