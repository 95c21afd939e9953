// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// N30, LMMS: the window's slot acts only when it is called on the window's thread; other threads may call it.
#include <QApplication>
#include <QMainWindow>
#include <QThread>

class MainWindow : public QMainWindow {
  Q_OBJECT
public:
  void onSongModified() {
    if (QThread::currentThread() == this->thread())
      resetWindowTitle();
  }

private:
  void resetWindowTitle() {
    setWindowTitle(QStringLiteral("song *"));
    setWindowModified(true);
  }
};

class Song {
public:
  explicit Song(MainWindow *window) : window(window) {}
  void setModified() { window->onSongModified(); }

private:
  MainWindow *window;
};

class RenderThread : public QThread {
public:
  explicit RenderThread(Song &song) : song(song) {}

protected:
  void run() override { song.setModified(); }

private:
  Song &song;
};

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  MainWindow window;
  window.show();
  Song song(&window);
  song.setModified();
  RenderThread thread(song);
  thread.start();
  int code = app.exec();
  thread.wait();
  return code;
}
