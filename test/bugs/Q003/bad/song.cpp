// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Q003, LMMS: exporting a song plays it, playing updates the play button's icon, and the export runs in a QThread heir.
// Four calls over four files. (The real icon was a pixmap from a resource.)
// CHECKS: qt-off-main-thread
#include "song.h"
#include "engine.h"

void Song::startExport() {
  stopExport();
  playSong();
  exporting = true;
}

void Song::stopExport() { exporting = false; }

void Song::playSong() {
  playing = true;
  Engine::updatePlayPauseIcons();
}
// CHAIN: ProjectRenderer::run -> Song::startExport -> Song::playSong -> SongEditor::setPauseIcon
