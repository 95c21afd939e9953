// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The worker's body: probing stops the clock for a while.
#include "cameraworker.h"

CameraWorker::CameraWorker() : clock(new QTimer(this)) {
  connect(clock, &QTimer::timeout, this, &CameraWorker::doWork);
}

void CameraWorker::probeResolutions() {
  clock->stop(); // EXPECT: qobject-wrong-thread
  frames = 0;
  clock->start(33); // EXPECT: qobject-wrong-thread
}

void CameraWorker::doWork() { ++frames; }
