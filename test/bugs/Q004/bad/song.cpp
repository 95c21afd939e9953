// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Q004, LMMS: the end of an export stops the song, and stopping moves the editor's position line, in the renderer's
// thread. The way leads through global pointers of the GUI.
// CHECKS: qt-off-main-thread
#include "song.h"
#include "gui.h"

void Song::startExport() { exporting = true; }

void Song::stopExport() {
  stop();
  exporting = false;
}

void Song::stop() {
  switch (behaviour) {
  case BackToZero:
    if (gui && gui->songEditor())
      gui->songEditor()->m_editor->updatePosition(MidiTime{0});
    break;
  case BackToStart:
    break;
  }
}
// CHAIN: ProjectRenderer::run -> Song::stopExport -> Song::stop -> SongEditor::updatePosition
