// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The camera as the rest of the program sees it.
#pragma once
#include <QObject>
#include <QThread>

class CameraWorker;

class Camera : public QObject {
  Q_OBJECT
public:
  Camera();
  ~Camera() override;
  void subscribe();
signals:
  void probe();

private:
  QThread *workerThread;
  CameraWorker *worker;
  int refcount = 0;
};
