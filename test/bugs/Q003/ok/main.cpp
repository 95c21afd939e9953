// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The program: the main window's slot listens to the song.
#include "engine.h"
#include "renderer.h"
#include "song.h"
#include "songeditor.h"
#include <QApplication>

class MainWindow : public QWidget {
  Q_OBJECT
public:
  explicit MainWindow(Song *song) { connect(song, SIGNAL(playbackStateChanged()), this, SLOT(updatePlayPauseIcons())); }
private slots:
  void updatePlayPauseIcons() { Engine::updatePlayPauseIcons(); }
};

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  Song song;
  SongEditor editor;
  Engine::init(&song, &editor);
  editor.show();
  MainWindow window(&song);
  song.playSong();
  ProjectRenderer renderer;
  renderer.startProcessing();
  int code = app.exec();
  renderer.wait();
  return code;
}
