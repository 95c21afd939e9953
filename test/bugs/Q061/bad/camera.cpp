// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Q061, qTox: the camera's worker is moved to a thread, yet subscribe(), called by the GUI, calls the worker directly.
#include "camera.h"
#include "cameraworker.h"

Camera::Camera() : workerThread(new QThread(this)), worker(new CameraWorker) {
  worker->moveToThread(workerThread);
  connect(workerThread, &QThread::finished, worker, &QObject::deleteLater);
  workerThread->start();
}

Camera::~Camera() {
  workerThread->quit();
  workerThread->wait();
}

void Camera::subscribe() {
  if (refcount++ == 0)
    worker->probeResolutions();
}
// CHAIN: VideoSurface::showEvent -> Camera::subscribe -> CameraWorker::probeResolutions
