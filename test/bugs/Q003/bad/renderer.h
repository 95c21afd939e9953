// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Renders the song to a file, in a thread of its own.
#pragma once
#include <QThread>

class ProjectRenderer : public QThread {
  Q_OBJECT
public:
  void startProcessing();

protected:
  void run() override;
};
