// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Global access to the program's parts.
#pragma once

class Song;
class SongEditor;

class Engine {
public:
  static void init(Song *song, SongEditor *editor);
  static Song *song() { return s_song; }
  static SongEditor *songEditor() { return s_editor; }
  static void updatePlayPauseIcons();

private:
  static Song *s_song;
  static SongEditor *s_editor;
};
