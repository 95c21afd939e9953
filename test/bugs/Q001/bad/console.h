// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The window's console: messages go to a list, errors to a box as well.
#pragma once
#include "cclog.h"
#include <QListWidget>
#include <QMutex>

class ccConsole : public ccLog {
public:
  explicit ccConsole(QListWidget *list) : list(list) {}
  void refresh();

protected:
  void displayMessage(const QString &message, Level level) override;

private:
  QListWidget *list;
  QMutex mutex;
  QStringList queue;
};
