// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The editor's body.
#include "gui.h"

GuiApplication *gui;

SongEditor::SongEditor() : line(new PositionLine(this)) {}

void SongEditor::updatePosition(const MidiTime &time) { line->move(time.ticks / 4, 0); }
