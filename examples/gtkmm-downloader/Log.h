// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Messages of all parts of the program, from any thread, to any number of sinks.
#pragma once
#include <mutex>
#include <string>
#include <vector>

class LogSink {
public:
  virtual ~LogSink() = default;
  virtual void write(const std::string &line) = 0;
};

class Log {
public:
  static Log &instance();
  void add(LogSink *sink);
  void remove(LogSink *sink);
  void message(const std::string &line);

private:
  std::mutex m_mutex;
  std::vector<LogSink *> m_sinks;
};

class StderrSink : public LogSink {
public:
  void write(const std::string &line) override;
};
