// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The song.
#pragma once

class Song {
public:
  enum StopBehaviour { BackToZero, BackToStart };
  void startExport();
  void stopExport();
  void stop();

private:
  bool exporting = false;
  StopBehaviour behaviour = BackToZero;
};
