// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "Download.h"
#include "Log.h"
#include <chrono>
#include <thread>

void Download::advance(double fraction) { m_observer.progress(fraction); }

// Stands for a transfer: every third attempt fails.
bool Download::attempt(int number) {
  for (int step = 1; step <= 10 && !m_cancelled; ++step) {
    std::this_thread::sleep_for(std::chrono::milliseconds(20)); // on the worker: right
    advance(step / 10.0);
  }
  return number % 3 != 0;
}

void Download::run() {
  Log::instance().message("begins: " + m_name);
  int number = 0;
  bool good = false;
  while (!good && !m_cancelled && number < 5) {
    good = attempt(number);
    if (!good)
      m_retry.emit(number);
    ++number;
  }
  m_observer.finished(good);
  if (good && onDone)
    onDone(m_name);
}
