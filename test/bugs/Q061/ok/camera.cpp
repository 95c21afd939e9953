// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Q061 as fixed: the worker is reached by a signal.
#include "camera.h"
#include "cameraworker.h"

Camera::Camera() : workerThread(new QThread(this)), worker(new CameraWorker) {
  worker->moveToThread(workerThread);
  connect(this, &Camera::probe, worker, &CameraWorker::probeResolutions);
  connect(workerThread, &QThread::finished, worker, &QObject::deleteLater);
  workerThread->start();
}

Camera::~Camera() {
  workerThread->quit();
  workerThread->wait();
}

void Camera::subscribe() {
  if (refcount++ == 0)
    emit probe();
}
