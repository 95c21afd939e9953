// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The project's own spawner: runs any callable on a new thread.
#pragma once
#include <QThread>
#include <functional>
#include <utility>

class FunctionThread : public QThread {
public:
  explicit FunctionThread(std::function<void()> body) : body(std::move(body)) {}

protected:
  void run() override { body(); }

private:
  std::function<void()> body;
};

template <typename Callable> FunctionThread *runAsync(Callable &&callable) {
  auto *thread = new FunctionThread(std::function<void()>(std::forward<Callable>(callable)));
  QObject::connect(thread, &QThread::finished, thread, &QObject::deleteLater);
  thread->start();
  return thread;
}
