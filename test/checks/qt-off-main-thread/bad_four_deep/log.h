// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The log: formats a line and hands it to the window.
#pragma once
#include <QString>

class Log {
public:
  void write(const QString &message);

private:
  void flush(const QString &line);
};
