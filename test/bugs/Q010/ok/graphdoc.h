// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A document in a window, with its analysis thread.
#pragma once
#include "renderthread.h"
#include <QWidget>

class GraphDoc : public QWidget {
  Q_OBJECT
public:
  enum Outcome { Cancelled, NoGraph, Failed };
  GraphDoc();
  ~GraphDoc() override;
  Outcome analyse();
  void run();
public slots:
  void OnShowWarningMessage(const QString &title, const QString &message);

private:
  RenderThread thread;
  int nodes = 0;
};
