// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A document with a progress timer.
#pragma once
#include "renderthread.h"
#include <QWidget>

class GraphDoc : public QWidget {
  Q_OBJECT
public:
  GraphDoc();
  ~GraphDoc() override;
  void analyse() { ++analyses; }
  void begin();
public slots:
  void DestroyWaitDialog();

private:
  RenderThread thread;
  int Tid_progress = 0;
  int analyses = 0;
};
