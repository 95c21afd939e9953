// FLAGS: gtk3
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The shell frees its lists as it ends, and the shell is freed after the main loop: until then the idle callback has been called.
// CHECKS: handoff-dangling-capture
#include <gtk/gtk.h>

typedef struct {
  GObject parent;
  int lists;
} DemoLists;
typedef struct {
  GObjectClass parent;
} DemoListsClass;

typedef struct {
  GObject parent;
  DemoLists *lists;
} DemoShell;
typedef struct {
  GObjectClass parent;
} DemoShellClass;

GType demo_lists_get_type(void);
G_DEFINE_TYPE(DemoLists, demo_lists, G_TYPE_OBJECT)
GType demo_shell_get_type(void);
G_DEFINE_TYPE(DemoShell, demo_shell, G_TYPE_OBJECT)

static void demo_lists_finalize(GObject *object) { G_OBJECT_CLASS(demo_lists_parent_class)->finalize(object); }
static void demo_lists_class_init(DemoListsClass *klass) { G_OBJECT_CLASS(klass)->finalize = demo_lists_finalize; }
static void demo_lists_init(DemoLists *self) { self->lists = 0; }

static void demo_shell_finalize(GObject *object) {
  DemoShell *self = (DemoShell *)object;
  g_clear_object(&self->lists);
  G_OBJECT_CLASS(demo_shell_parent_class)->finalize(object);
}
static void demo_shell_class_init(DemoShellClass *klass) { G_OBJECT_CLASS(klass)->finalize = demo_shell_finalize; }
static void demo_shell_init(DemoShell *self) { self->lists = g_object_new(demo_lists_get_type(), NULL); }

static gboolean count(gpointer data) {
  DemoLists *self = data;
  ++self->lists;
  return G_SOURCE_REMOVE;
}

static void demo_lists_add(DemoLists *self) { g_idle_add(count, self); }

static DemoShell *shell;

static void add_clicked(GtkButton *button, gpointer data) {
  (void)button;
  (void)data;
  demo_lists_add(shell->lists);
}

static void startup(GApplication *app, gpointer data) {
  GtkWidget *button = gtk_button_new();
  (void)data;
  g_application_hold(app);
  shell = g_object_new(demo_shell_get_type(), NULL);
  g_signal_connect(button, "clicked", G_CALLBACK(add_clicked), NULL);
}

static void shutdown(GApplication *app, gpointer data) {
  (void)app;
  (void)data;
  g_clear_object(&shell);
}

int main(int argc, char **argv) {
  GtkApplication *app = gtk_application_new("org.example.Lists", 0);
  g_signal_connect(app, "startup", G_CALLBACK(startup), NULL);
  g_signal_connect(app, "shutdown", G_CALLBACK(shutdown), NULL);
  return g_application_run(G_APPLICATION(app), argc, argv);
}
