// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "JobQueue.h"
#include <utility>

JobQueue::JobQueue() : m_thread(&JobQueue::loop, this) {}

// The window's end: waiting for the thread belongs here.
JobQueue::~JobQueue() {
  {
    std::lock_guard<std::mutex> guard(m_mutex);
    m_ending = true;
    m_jobs.clear();
  }
  m_changed.notify_all();
  m_thread.join();
}

void JobQueue::add(std::function<void()> job) {
  {
    std::lock_guard<std::mutex> guard(m_mutex);
    m_jobs.push_back(std::move(job));
  }
  m_changed.notify_all();
}

void JobQueue::drain() {
  std::unique_lock<std::mutex> lock(m_mutex);
  while (m_busy || !m_jobs.empty())
    m_changed.wait(lock); // offmain: blocking-call-on-main
}

void JobQueue::loop() {
  for (;;) {
    std::function<void()> job;
    {
      std::unique_lock<std::mutex> lock(m_mutex);
      m_busy = false;
      m_changed.notify_all();
      while (!m_ending && m_jobs.empty())
        m_changed.wait(lock); // on the queue's own thread: right
      if (m_ending)
        return;
      job = std::move(m_jobs.front());
      m_jobs.pop_front();
      m_busy = true;
    }
    job();
  }
}
