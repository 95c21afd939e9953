// FLAGS: gtkmm3
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "task.h"
#include <thread>

static void run_task(Task *task) {
  task->execute();
  delete task;
}

void TaskQueue::submit(std::unique_ptr<Task> task) { std::thread(run_task, task.release()).detach(); }
