// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Functions run one after another on a thread of the queue.
#pragma once
#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>

class JobQueue {
public:
  JobQueue();
  ~JobQueue();
  void add(std::function<void()> job);
  /// Waits until everything added so far has run.
  void drain();

private:
  void loop();

  std::mutex m_mutex;
  std::condition_variable m_changed;
  std::deque<std::function<void()>> m_jobs;
  bool m_busy = false;
  bool m_ending = false;
  std::thread m_thread;
};
