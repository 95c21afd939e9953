// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The task that loads: it is its own task object that it moves to the application's thread.
#include "task.h"
#include <QCoreApplication>

bool ProjectLoadTask::Run() {
  project = new Project;
  project->setObjectName(QStringLiteral("film"));
  moveToThread(QCoreApplication::instance()->thread()); // EXPECT: qt-move-to-thread
  return true;
}
