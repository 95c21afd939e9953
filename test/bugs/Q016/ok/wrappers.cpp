// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The wrapper's body.
#include "wrappers.h"
#include <QThread>

class QuickThread : public QThread {
public:
  explicit QuickThread(std::function<void()> func) : func(std::move(func)) {}

private:
  void run() override { func(); }
  std::function<void()> func;
};

QThread *CreateQThread(std::function<void()> func) { return new QuickThread(std::move(func)); }
