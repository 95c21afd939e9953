// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The song and the engine that owns song and editor.
#pragma once
#include <QObject>

class Song : public QObject {
  Q_OBJECT
public:
  void startExport();
  void stopExport();
  void playSong();
  bool isPlaying() const { return playing; }
signals:
  void playbackStateChanged();

private:
  bool playing = false;
  bool exporting = false;
};
