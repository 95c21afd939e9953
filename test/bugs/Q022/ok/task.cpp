// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The manager's body.
#include "task.h"
#include <QtConcurrent>

bool Task::Start() { return Run(); }

void TaskManager::AddTask(Task *task) {
  connect(&watcher, &QFutureWatcher<bool>::finished, this, &TaskManager::TaskFinished);
  watcher.setFuture(QtConcurrent::run(task, &Task::Start));
}

void TaskManager::TaskFinished() {
  if (watcher.result())
    setObjectName(QStringLiteral("idle"));
}
