// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The editor's body.
#include "songeditor.h"

SongEditor::SongEditor() : playButton(new QToolButton(this)), play(":/play.png"), pauseIcon(":/pause.png") {}

void SongEditor::setPauseIcon(bool pause) { playButton->setIcon(pause ? pauseIcon : play); }
