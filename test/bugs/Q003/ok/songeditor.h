// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The editor's window with its play button.
#pragma once
#include <QIcon>
#include <QToolButton>
#include <QWidget>

class SongEditor : public QWidget {
public:
  SongEditor();
  void setPauseIcon(bool pause);

private:
  QToolButton *playButton;
  QIcon play, pauseIcon;
};
