// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The program.
#include "engine.h"
#include "renderer.h"
#include "song.h"
#include "songeditor.h"
#include <QApplication>

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  Song song;
  SongEditor editor;
  Engine::init(&song, &editor);
  editor.show();
  song.playSong();
  ProjectRenderer renderer;
  renderer.startProcessing();
  int code = app.exec();
  renderer.wait();
  return code;
}
