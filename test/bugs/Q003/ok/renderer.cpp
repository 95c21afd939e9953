// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The renderer's body.
#include "renderer.h"
#include "engine.h"
#include "song.h"

void ProjectRenderer::startProcessing() { start(QThread::HighPriority); }

void ProjectRenderer::run() {
  Engine::song()->startExport();
  for (int tick = 0; tick < 1000; ++tick)
    msleep(1);
  Engine::song()->stopExport();
}
