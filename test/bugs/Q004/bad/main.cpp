// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The program and its renderer thread.
#include "gui.h"
#include "song.h"
#include <QApplication>
#include <QThread>

class ProjectRenderer : public QThread {
public:
  explicit ProjectRenderer(Song &song) : song(song) {}
  void startProcessing() { start(); }

protected:
  void run() override {
    song.startExport();
    song.stopExport();
  }

private:
  Song &song;
};

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  GuiApplication application;
  gui = &application;
  gui->songEditor()->show();
  Song song;
  ProjectRenderer renderer(song);
  renderer.startProcessing();
  int code = app.exec();
  song.stop();
  renderer.wait();
  return code;
}
