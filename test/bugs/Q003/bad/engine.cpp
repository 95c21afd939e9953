// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The engine's body: reaches from the core into the editor.
#include "engine.h"
#include "song.h"
#include "songeditor.h"

Song *Engine::s_song;
SongEditor *Engine::s_editor;

void Engine::init(Song *song, SongEditor *editor) {
  s_song = song;
  s_editor = editor;
}

void Engine::updatePlayPauseIcons() {
  if (!s_editor)
    return;
  s_editor->setPauseIcon(s_song->isPlaying());
}
