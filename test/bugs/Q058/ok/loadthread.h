// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Loads a project.
#pragma once
#include "effect.h"
#include <QThread>

class LoadThread : public QThread {
  Q_OBJECT
public:
  explicit LoadThread(Clip *clip) : clip(clip) {}

protected:
  void run() override;

private:
  bool load_worker();
  void load_effect();
  Clip *clip;
};
