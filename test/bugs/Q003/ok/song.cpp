// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Q003 as fixed: the song emits a signal; a slot of the window updates the icons.
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
  emit playbackStateChanged();
}
