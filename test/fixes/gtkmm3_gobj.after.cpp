// FLAGS: gtkmm3
// STD: c++17
// RUN: yes
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// gtkmm's objects give the C object, which is carried.
#include <gtkmm.h>
#include <thread>

struct WindowWorkIdle {
  GtkLabel *label;
  char *str;
};

static void window_work_idle_free(gpointer user_data) {
  WindowWorkIdle *data = static_cast<WindowWorkIdle *>(user_data);

  g_object_unref(data->label);
  g_free(data->str);
  g_free(data);
}

static gboolean window_work_idle(gpointer user_data) {
  WindowWorkIdle *data = static_cast<WindowWorkIdle *>(user_data);

  gtk_label_set_text(data->label, data->str);

  return G_SOURCE_REMOVE;
}

class Window : public Gtk::Window {
public:
  Window() : m_label("waiting") {
    add(m_label);
    show_all_children();
    m_thread = std::thread([this] { work(); });
  }
  ~Window() override { m_thread.join(); }

private:
  void work() {
    const Glib::ustring text = Glib::ustring::compose("%1 items", 12);
    {
      WindowWorkIdle *data = g_new(WindowWorkIdle, 1);

      data->label = m_label.gobj();
      g_object_ref(data->label);
      data->str = g_strdup(text.c_str());
      g_idle_add_full(G_PRIORITY_DEFAULT_IDLE, window_work_idle, data, window_work_idle_free);
    }
  }

  Gtk::Label m_label;
  std::thread m_thread;
};

int main(int argc, char **argv) {
  auto app = Gtk::Application::create(argc, argv, "org.example.gobj", Gio::APPLICATION_NON_UNIQUE);
  Window window;
  return app->run(window);
}
