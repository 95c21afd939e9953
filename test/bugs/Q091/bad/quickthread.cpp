// FLAGS: qt6
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The thread's class is nobody's business.
#include "quickthread.h"

class QuickThread : public QThread {
public:
  explicit QuickThread(std::function<void()> body) : body(body) {}

private:
  void run() override { body(); }
  std::function<void()> body;
};

QThread *makeThread(std::function<void()> body) { return new QuickThread(body); }
