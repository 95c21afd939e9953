// FLAGS: gtkmm3
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A timeout reads a picture piece by piece from a stream of a resource that is kept in a member.
#include <gtkmm.h>

class Picture : public Gtk::Image {
public:
  Picture() { Glib::signal_timeout().connect(sigc::mem_fun(*this, &Picture::next_piece), 150); }

private:
  bool next_piece() {
    if (!m_stream) {
      m_stream = Gio::Resource::open_stream_global("/org/example/picture.png");
      return true;
    }
    guint8 buffer[256];
    gssize count = m_stream->read(buffer, sizeof buffer);
    m_loader->write(buffer, count);
    if (count > 0)
      return true;
    m_stream.reset();
    set(m_loader->get_pixbuf());
    return false;
  }

  Glib::RefPtr<Gio::InputStream> m_stream;
  Glib::RefPtr<Gdk::PixbufLoader> m_loader = Gdk::PixbufLoader::create();
};

int main(int argc, char **argv) {
  auto app = Gtk::Application::create(argc, argv, "org.example.Picture");
  Gtk::Window window;
  Picture picture;
  window.add(picture);
  return app->run(window);
}
