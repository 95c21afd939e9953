// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// One transfer. run() belongs on a worker thread, and so do the observer's methods and the two callbacks it is given.
#pragma once
#include <atomic>
#include <functional>
#include <sigc++/sigc++.h>
#include <string>

class DownloadObserver {
public:
  virtual ~DownloadObserver() = default;
  virtual void progress(double fraction) = 0;
  virtual void finished(bool good) = 0;
};

class Download {
public:
  Download(std::string name, DownloadObserver &observer) : m_name(std::move(name)), m_observer(observer) {}

  void run();
  void cancel() { m_cancelled = true; }
  const std::string &name() const { return m_name; }

  /// Called on the worker thread when all is there.
  std::function<void(const std::string &)> onDone;
  /// Emitted on the worker thread for each failed attempt.
  sigc::signal<void, int> &signalRetry() { return m_retry; }

private:
  bool attempt(int number);
  void advance(double fraction);

  std::string m_name;
  DownloadObserver &m_observer;
  sigc::signal<void, int> m_retry;
  std::atomic<bool> m_cancelled{false};
};
