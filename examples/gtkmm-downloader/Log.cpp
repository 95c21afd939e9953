// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "Log.h"
#include <algorithm>
#include <iostream>

Log &Log::instance() {
  static Log log;
  return log;
}

void Log::add(LogSink *sink) {
  std::lock_guard<std::mutex> guard(m_mutex);
  m_sinks.push_back(sink);
}

void Log::remove(LogSink *sink) {
  std::lock_guard<std::mutex> guard(m_mutex);
  m_sinks.erase(std::remove(m_sinks.begin(), m_sinks.end(), sink), m_sinks.end());
}

// Every sink runs on the thread of whoever logs.
void Log::message(const std::string &line) {
  std::lock_guard<std::mutex> guard(m_mutex);
  for (LogSink *sink : m_sinks)
    sink->write(line);
}

void StderrSink::write(const std::string &line) { std::cerr << line << '\n'; }
