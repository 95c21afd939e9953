// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "Log.h"
#include <QMutexLocker>

Log &Log::instance() {
  static Log log;
  return log;
}

void Log::add(LogSink *sink) {
  QMutexLocker lock(&m_mutex);
  m_sinks.append(sink);
}

void Log::remove(LogSink *sink) {
  QMutexLocker lock(&m_mutex);
  m_sinks.removeAll(sink);
}

// Every sink runs on the thread of whoever logs.
void Log::message(const QString &line) {
  QMutexLocker lock(&m_mutex);
  for (LogSink *sink : m_sinks)
    sink->write(line);
}
