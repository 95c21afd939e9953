/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception */
#ifndef OLD_H
#define OLD_H
/* What GLib and GTK were like before 2.32, as far as the program needs it. */
#include <stdlib.h>
#include <string.h>

typedef int gboolean;
typedef char gchar;
typedef unsigned int guint;
typedef void *gpointer;
typedef gboolean (*GSourceFunc) (gpointer data);
typedef void (*GDestroyNotify) (gpointer data);
typedef gpointer (*GThreadFunc) (gpointer data);
typedef struct _GObject { int ref_count; } GObject;
typedef struct _GtkWidget { GObject object; } GtkWidget;
typedef struct _GtkLabel { GtkWidget widget; } GtkLabel;
typedef struct _GThread GThread;

#define FALSE 0
#define G_PRIORITY_DEFAULT_IDLE 200
#define GTK_LABEL(obj) ((GtkLabel *) (obj))
#define g_new(type, n) ((type *) calloc (sizeof (type), (n)))

static inline gpointer g_object_ref (gpointer object) { ((GObject *) object)->ref_count++; return object; }
static inline void g_object_unref (gpointer object) { ((GObject *) object)->ref_count--; }
static inline gchar *g_strdup (const gchar *text) { return text ? strdup (text) : NULL; }
static inline void g_free (gpointer block) { free (block); }
static inline guint g_idle_add_full (int priority, GSourceFunc f, gpointer data, GDestroyNotify notify)
{
  (void) priority; (void) f; (void) data; (void) notify;
  return 1;
}
static inline GThread *g_thread_create (GThreadFunc f, gpointer data, gboolean joinable, gpointer error)
{
  (void) f; (void) data; (void) joinable; (void) error;
  return NULL;
}
static inline void gtk_label_set_text (GtkLabel *label, const gchar *text) { (void) label; (void) text; }
#endif
