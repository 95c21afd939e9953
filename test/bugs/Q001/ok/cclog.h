// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The base library's log: a singleton whose sink is virtual.
#pragma once
#include <QString>

class ccLog {
public:
  enum Level { Standard, Warning, Failure };
  virtual ~ccLog() = default;
  static void RegisterInstance(ccLog *log);
  static bool Error(const char *text);
  static void Print(const char *text);

protected:
  virtual void displayMessage(const QString &message, Level level) = 0;
};
