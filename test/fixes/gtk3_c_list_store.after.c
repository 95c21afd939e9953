/* FLAGS: gtk3 */
/* RUN: yes */
/* SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
 *
 * Rows: the iterator serves two places of the function and goes to both; arguments of a variable number.
 */
#include <gtk/gtk.h>

enum { COLUMN_NAME, COLUMN_SIZE, N_COLUMNS };

typedef struct
{
  const char *name;
  gint64 size;
} Entry;

static const Entry entries[] = { { "a.txt", 10 }, { "b.txt", 4000000000 } };
static GtkListStore *store;

typedef struct
{
  char *name;
  gint64 size;
} FillThreadIdle;

static void
fill_thread_idle_free (gpointer user_data)
{
  FillThreadIdle *data = user_data;

  g_free (data->name);
  g_free (data);
}

static gboolean
fill_thread_idle (gpointer user_data)
{
  FillThreadIdle *data = user_data;
  GtkTreeIter iter;

  gtk_list_store_append (store, &iter);
  gtk_list_store_set (store, &iter, COLUMN_NAME, data->name, COLUMN_SIZE, data->size, -1);

  return G_SOURCE_REMOVE;
}

typedef struct
{
  long n;
} FillThreadIdle2;

static gboolean
fill_thread_idle2 (gpointer user_data)
{
  FillThreadIdle2 *data = user_data;
  GtkTreeIter iter;

  gtk_list_store_prepend (store, &iter);
  gtk_list_store_set (store, &iter,
                      COLUMN_NAME, "all", /* of them */
                      COLUMN_SIZE, data->n,
                      -1);

  return G_SOURCE_REMOVE;
}

static gpointer
fill_thread (gpointer user_data)
{
  GtkTreeIter *unused = NULL;
  guint i, n = 0;

  for (i = 0; i < G_N_ELEMENTS (entries); i++)
    {
      const Entry *entry = &entries[i];

      {
        FillThreadIdle *data = g_new (FillThreadIdle, 1);

        data->name = g_strdup (entry->name);
        data->size = entry->size;
        g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, fill_thread_idle, data,
                         fill_thread_idle_free);
      }
      n++;
    }
  if (n == 2)
    {
      FillThreadIdle2 *data = g_new (FillThreadIdle2, 1);

      data->n = (gint64) n;
      g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, fill_thread_idle2, data,
                       g_free);
    }
  return unused;
}

static gboolean
finish (gpointer user_data)
{
  GtkTreeIter iter;
  gboolean more = gtk_tree_model_get_iter_first (GTK_TREE_MODEL (store), &iter);

  for (; more; more = gtk_tree_model_iter_next (GTK_TREE_MODEL (store), &iter))
    {
      char *name;
      gint64 size;

      gtk_tree_model_get (GTK_TREE_MODEL (store), &iter, COLUMN_NAME, &name, COLUMN_SIZE, &size, -1);
      g_print ("%s %" G_GINT64_FORMAT "\n", name, size);
      g_free (name);
    }
  gtk_main_quit ();
  return G_SOURCE_REMOVE;
}

int
main (int argc, char **argv)
{
  gtk_init (&argc, &argv);
  store = gtk_list_store_new (N_COLUMNS, G_TYPE_STRING, G_TYPE_INT64);
  g_thread_unref (g_thread_new ("fill", fill_thread, NULL));
  g_timeout_add (200, finish, NULL);
  gtk_main ();
  return 0;
}
