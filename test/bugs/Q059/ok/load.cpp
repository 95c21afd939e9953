// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Q059 as fixed: the project is moved.
#include "task.h"
#include <QCoreApplication>

bool ProjectLoadTask::Run() {
  project = new Project;
  project->setObjectName(QStringLiteral("film"));
  project->moveToThread(QCoreApplication::instance()->thread());
  return true;
}
