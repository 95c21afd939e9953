// FLAGS: gtk3
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Statements without braces get some where they grow; calls under a case keep their place.
#include <gtk/gtk.h>

typedef struct {
    GtkWidget *label, *spinner;
    char name[32];
} Task;

typedef struct {
    GtkWidget *spinner;
    GtkWidget *label;
    char *name;
} RunTaskIdle;

static void run_task_idle_free(gpointer user_data) {
    RunTaskIdle *data = user_data;

    g_object_unref(data->spinner);
    g_object_unref(data->label);
    g_free(data->name);
    g_free(data);
}

static gboolean run_task_idle(gpointer user_data) {
    RunTaskIdle *data = user_data;

    gtk_spinner_start(GTK_SPINNER(data->spinner));
    gtk_label_set_text(GTK_LABEL(data->label), data->name);

    return G_SOURCE_REMOVE;
}

static gboolean run_task_idle2(gpointer user_data) {
    GtkWidget *label = user_data;

    gtk_widget_show(label);

    return G_SOURCE_REMOVE;
}

typedef struct {
    GtkWidget *label;
    int i;
} RunTaskIdle3;

static void run_task_idle3_free(gpointer user_data) {
    RunTaskIdle3 *data = user_data;

    g_object_unref(data->label);
    g_free(data);
}

static gboolean run_task_idle3(gpointer user_data) {
    RunTaskIdle3 *data = user_data;

    gtk_label_set_width_chars(GTK_LABEL(data->label), data->i);

    return G_SOURCE_REMOVE;
}

typedef struct {
    GtkWidget *label;
    int i;
} RunTaskIdle4;

static void run_task_idle4_free(gpointer user_data) {
    RunTaskIdle4 *data = user_data;

    g_object_unref(data->label);
    g_free(data);
}

static gboolean run_task_idle4(gpointer user_data) {
    RunTaskIdle4 *data = user_data;

    gtk_label_set_lines(GTK_LABEL(data->label), data->i);

    return G_SOURCE_REMOVE;
}

static gboolean run_task_idle5(gpointer user_data) {
    GtkWidget *spinner = user_data;

    gtk_spinner_stop(GTK_SPINNER(spinner));

    return G_SOURCE_REMOVE;
}

static gpointer run_task(gpointer user_data) {
    Task *task = user_data;
    int i;

    for (i = 0; i < 4; i++)
        switch (i) {
        case 0:
            {
                RunTaskIdle *data = g_new(RunTaskIdle, 1);

                data->spinner = g_object_ref(task->spinner);
                data->label = g_object_ref(task->label);
                data->name = g_strdup(task->name);
                g_idle_add_full(G_PRIORITY_DEFAULT_IDLE, run_task_idle, data, run_task_idle_free);
            }
            break;
        case 1: g_idle_add_full(G_PRIORITY_DEFAULT_IDLE, run_task_idle2, g_object_ref(task->label),
                                g_object_unref); break;
        default:
            if (i == 2) {
                RunTaskIdle3 *data = g_new(RunTaskIdle3, 1);

                data->label = g_object_ref(task->label);
                data->i = i;
                g_idle_add_full(G_PRIORITY_DEFAULT_IDLE, run_task_idle3, data,
                                run_task_idle3_free);
            } else if (i == 3) {
                RunTaskIdle4 *data = g_new(RunTaskIdle4, 1);

                data->label = g_object_ref(task->label);
                data->i = i;
                g_idle_add_full(G_PRIORITY_DEFAULT_IDLE, run_task_idle4, data,
                                run_task_idle4_free);
            } else
                g_idle_add_full(G_PRIORITY_DEFAULT_IDLE, run_task_idle5,
                                g_object_ref(task->spinner), g_object_unref);
        }
    return NULL;
}

void start(Task *task) {
    g_thread_unref(g_thread_new("task", run_task, task));
}
