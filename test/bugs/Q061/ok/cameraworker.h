// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Grabs frames in a thread of its own, driven by a clock.
#pragma once
#include <QObject>
#include <QTimer>

class CameraWorker : public QObject {
  Q_OBJECT
public:
  CameraWorker();
public slots:
  void probeResolutions();
  void doWork();

private:
  QTimer *clock;
  int frames = 0;
};
