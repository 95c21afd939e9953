// FLAGS: gtk3
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Rhythmbox: every emission of the player stands behind g_assert(rb_is_main_thread()): a contract, and no worker gets past it.
#include <gtk/gtk.h>

static GPrivate primary;
static gboolean rb_is_main_thread(void) { return GPOINTER_TO_UINT(g_private_get(&primary)) == 1; }

typedef struct {
  GObject parent_instance;
} Player;
typedef struct {
  GObjectClass parent_class;
} PlayerClass;
GType player_get_type(void);
G_DEFINE_TYPE(Player, player, G_TYPE_OBJECT)

enum { TICK, PLAYER_ERROR, LAST };
static guint signals[LAST];

static void player_class_init(PlayerClass *klass) {
  signals[TICK] = g_signal_new("tick", G_TYPE_FROM_CLASS(klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                               G_TYPE_INT64);
  signals[PLAYER_ERROR] = g_signal_new("error", G_TYPE_FROM_CLASS(klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                       G_TYPE_NONE, 1, G_TYPE_STRING);
}
static void player_init(Player *self) { (void)self; }

static void player_emit_tick(Player *self, gint64 position) {
  g_assert(rb_is_main_thread());
  g_signal_emit(self, signals[TICK], 0, position);
}

static void player_emit_error(Player *self, const char *text) {
  g_assert(rb_is_main_thread());
  g_signal_emit(self, signals[PLAYER_ERROR], 0, text);
}

static gboolean tick_timeout(gpointer player) {
  player_emit_tick(player, g_get_monotonic_time());
  return TRUE;
}

static gpointer decode_thread(gpointer player) {
  if (!g_file_test("track.ogg", G_FILE_TEST_EXISTS))
    player_emit_error(player, "missing");
  return NULL;
}

static void on_tick(Player *player, gint64 position, GtkRange *slider) {
  (void)player;
  gtk_range_set_value(slider, (double)position);
}

static void on_error(Player *player, const char *text, GtkRange *slider) {
  (void)player;
  gtk_widget_set_tooltip_text(GTK_WIDGET(slider), text);
}

int main(int argc, char **argv) {
  gtk_init(&argc, &argv);
  g_private_set(&primary, GUINT_TO_POINTER(1));
  Player *player = g_object_new(player_get_type(), NULL);
  GtkWidget *slider = gtk_scale_new_with_range(GTK_ORIENTATION_HORIZONTAL, 0, 100, 1);
  g_signal_connect(player, "tick", G_CALLBACK(on_tick), slider);
  g_signal_connect(player, "error", G_CALLBACK(on_error), slider);
  g_timeout_add(200, tick_timeout, player);
  g_thread_unref(g_thread_new("decode", decode_thread, player));
  gtk_main();
  return 0;
}
