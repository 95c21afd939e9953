/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
 *
 * Linked into GTK programs that test/fixes/run.py runs: when nothing changes any more it presses the next button of $PRESS
 * ("compute,OK"), and after the last one prints what is on the screen and ends the program's loops.
 *
 * A step is a source of its own, and the next one is added before the button is pressed: a dialog's loop below goes on.
 */
#include <gtk/gtk.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define EVERY 50 /* ms */

static gchar **presses, *before;
static int same, wanted, endings;

typedef struct {
  void (*visit) (GtkWidget *widget, gpointer data, int depth);
  gpointer data;
  int depth;
} Walk;

static void walk (GtkWidget *widget, gpointer data) {
  Walk *around = data, inner = *around;
  around->visit (widget, around->data, around->depth);
  inner.depth++;
#if GTK_CHECK_VERSION (4, 0, 0)
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child; child = gtk_widget_get_next_sibling (child))
    walk (child, &inner);
#else
  if (GTK_IS_CONTAINER (widget))
    gtk_container_forall (GTK_CONTAINER (widget), walk, &inner);
#endif
}

static void everywhere (void (*visit) (GtkWidget *, gpointer, int), gpointer data) {
  GList *windows = gtk_window_list_toplevels ();
  Walk start = {visit, data, 0};
  /* The last one made is the first of the list. */
  for (GList *each = g_list_last (windows); each; each = each->prev)
    walk (each->data, &start);
  g_list_free (windows);
}

static void describe (GtkWidget *widget, gpointer data, int depth) {
  static const char *const shown[] = {"title", "label", "text", "fraction", "value", "active", "tooltip-text"};
  GString *out = data;
  g_string_append_printf (out, "%*s%s%s%s", depth * 2, "", G_OBJECT_TYPE_NAME (widget), gtk_widget_get_visible (widget) ? "" : " hidden",
                          gtk_widget_get_sensitive (widget) ? "" : " insensitive");
  for (guint i = 0; i < G_N_ELEMENTS (shown); i++) {
    GParamSpec *property = g_object_class_find_property (G_OBJECT_GET_CLASS (widget), shown[i]);
    GValue value = G_VALUE_INIT;
    if (!property || !(property->flags & G_PARAM_READABLE))
      continue;
    g_value_init (&value, property->value_type);
    g_object_get_property (G_OBJECT (widget), shown[i], &value);
    if (!G_VALUE_HOLDS_STRING (&value) || g_value_get_string (&value)) {
      gchar *text = g_strdup_value_contents (&value);
      g_string_append_printf (out, " %s=%s", shown[i], text);
      g_free (text);
    }
    g_value_unset (&value);
  }
  g_string_append_c (out, '\n');
  if (GTK_IS_TEXT_VIEW (widget)) {
    GtkTextIter start, end;
    GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (widget));
    gtk_text_buffer_get_bounds (buffer, &start, &end);
    gchar *text = gtk_text_buffer_get_text (buffer, &start, &end, TRUE);
    g_string_append_printf (out, "%*stext %s\n", depth * 2 + 2, "", text);
    g_free (text);
  }
  if (GTK_IS_TREE_VIEW (widget) && gtk_tree_view_get_model (GTK_TREE_VIEW (widget)))
    g_string_append_printf (out, "%*s%d rows\n", depth * 2 + 2, "", gtk_tree_model_iter_n_children (gtk_tree_view_get_model (GTK_TREE_VIEW (widget)), NULL));
}

typedef struct {
  const char *text;
  GtkWidget *found;
} Wish;

static void find_button (GtkWidget *widget, gpointer data, int depth) {
  Wish *wish = data;
  (void)depth;
  if (wish->found || !GTK_IS_BUTTON (widget) || !gtk_widget_get_mapped (widget) || !gtk_button_get_label (GTK_BUTTON (widget)))
    return;
  gchar *plain = g_strdup (gtk_button_get_label (GTK_BUTTON (widget))), *to = plain;
  for (const char *from = plain; *from; from++)
    if (*from != '_')
      *to++ = *from;
  *to = 0;
  if (!strcmp (plain, wish->text) || (g_str_has_prefix (plain, "gtk-") && !g_ascii_strcasecmp (plain + 4, wish->text)))
    wish->found = widget;
  g_free (plain);
}

static void press (const char *text) {
  Wish wish = {text, NULL};
  everywhere (find_button, &wish);
  if (wish.found)
    g_signal_emit_by_name (wish.found, "clicked");
  else
    printf ("no button '%s'\n", text);
}

static void end_a_loop (void) {
  GApplication *application = g_application_get_default ();
  if (application)
    g_application_quit (application);
#if GTK_CHECK_VERSION (4, 0, 0)
  GList *windows = gtk_window_list_toplevels ();
  for (GList *each = windows; each; each = each->next)
    gtk_window_destroy (each->data);
  g_list_free (windows);
#else
  if (gtk_main_level () > 0)
    gtk_main_quit ();
#endif
}

static gboolean step (gpointer data) {
  (void)data;
  if (presses == NULL) {
    presses = g_strsplit (g_getenv ("PRESS") ? g_getenv ("PRESS") : "", ",", -1);
    wanted = g_getenv ("SETTLE") ? atoi (g_getenv ("SETTLE")) : 0;
  }
  g_timeout_add (EVERY, step, NULL);
  if (endings) {
    /* A loop that is the program's own and waits for nothing that could be closed. */
    if (endings++ == 20)
      _exit (0);
    end_a_loop ();
    return G_SOURCE_REMOVE;
  }
  GString *now = g_string_new (NULL);
  everywhere (describe, now);
  same = before && !strcmp (now->str, before) ? same + 1 : 0;
  g_free (before);
  before = g_string_free (now, FALSE);
  if (same * EVERY < wanted)
    return G_SOURCE_REMOVE;
  same = 0;
  if (*presses) {
    press (*presses++);
  } else {
    fputs (before, stdout);
    fflush (stdout);
    endings = 1;
    end_a_loop ();
  }
  return G_SOURCE_REMOVE;
}

__attribute__ ((constructor)) static void begin (void) { g_timeout_add (EVERY, step, NULL); }
