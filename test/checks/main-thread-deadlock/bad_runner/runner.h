// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once
#include <condition_variable>
#include <functional>
#include <mutex>

// Runs a function on the GUI thread and comes back when it has run.
class Runner {
public:
  void run(std::function<void()> What);

private:
  static int idle(void *Data);
  void perform();
  std::function<void()> What;
  std::mutex Lock;
  std::condition_variable Ran;
  bool Done = false;
};
