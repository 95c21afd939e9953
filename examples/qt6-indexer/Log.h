// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Messages of all parts of the program, from any thread, to any number of sinks.
#pragma once
#include <QMutex>
#include <QString>
#include <QVector>

class LogSink {
public:
  virtual ~LogSink() = default;
  virtual void write(const QString &line) = 0;
};

class Log {
public:
  static Log &instance();
  void add(LogSink *sink);
  void remove(LogSink *sink);
  void message(const QString &line);

private:
  QMutex m_mutex;
  QVector<LogSink *> m_sinks;
};
