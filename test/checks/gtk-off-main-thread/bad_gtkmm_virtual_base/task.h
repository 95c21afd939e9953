// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#ifndef TASK_H
#define TASK_H
#include <functional>
#include <memory>

class Task {
public:
  virtual ~Task() = default;
  virtual void execute() = 0;
};

class TaskQueue {
public:
  void submit(std::unique_ptr<Task> task);
};

#endif
