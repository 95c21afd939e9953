// FLAGS: gtk3
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A method inside of its class: the function stands before the class, and members are read where the calls stood.
#include <gtk/gtk.h>
#include <pthread.h>

namespace player {

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
      gtk_label_set_text(GTK_LABEL(m_label), m_titles[m_track]);
      if (m_track == 2)
        gtk_widget_set_sensitive(this->m_label, FALSE);
    }
  }

  GtkWidget *m_label;
  const char *m_titles[3] = {"a", "b", "c"};
  int m_track = 0;
  pthread_t m_thread;
};

void play(GtkWidget *label) { (new Player(label))->start(); }

} // namespace player
