// FLAGS: gtk3
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A method inside of its class: the function stands before the class, and members are read where the calls stood.
#include <gtk/gtk.h>
#include <pthread.h>

namespace player {

struct PlayerLoopIdle {
  GtkWidget *m_label;
  char *str;
};

static void player_loop_idle_free(gpointer user_data) {
  PlayerLoopIdle *data = static_cast<PlayerLoopIdle *>(user_data);

  g_object_unref(data->m_label);
  g_free(data->str);
  g_free(data);
}

static gboolean player_loop_idle(gpointer user_data) {
  PlayerLoopIdle *data = static_cast<PlayerLoopIdle *>(user_data);

  gtk_label_set_text(GTK_LABEL(data->m_label), data->str);

  return G_SOURCE_REMOVE;
}

static gboolean player_loop_idle2(gpointer user_data) {
  GtkWidget *m_label = static_cast<GtkWidget *>(user_data);

  gtk_widget_set_sensitive(m_label, FALSE);

  return G_SOURCE_REMOVE;
}

/// Plays, and shows what.
class Player {
public:
  explicit Player(GtkWidget *label) : m_label(label) {}
  void start() { pthread_create(&m_thread, nullptr, &Player::run, this); }

private:
  static void *run(void *self) {
    static_cast<Player *>(self)->loop();
    return nullptr;
  }
  void loop() {
    for (m_track = 0; m_track != 3; ++m_track) {
      {
        PlayerLoopIdle *data = g_new(PlayerLoopIdle, 1);

        data->m_label = m_label;
        g_object_ref(data->m_label);
        data->str = g_strdup(m_titles[m_track]);
        g_idle_add_full(G_PRIORITY_DEFAULT_IDLE, player_loop_idle, data, player_loop_idle_free);
      }
      if (m_track == 2)
        g_idle_add_full(G_PRIORITY_DEFAULT_IDLE, player_loop_idle2, g_object_ref(this->m_label),
                        g_object_unref);
    }
  }

  GtkWidget *m_label;
  const char *m_titles[3] = {"a", "b", "c"};
  int m_track = 0;
  pthread_t m_thread;
};

void play(GtkWidget *label) { (new Player(label))->start(); }

} // namespace player
