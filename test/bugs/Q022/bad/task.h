// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Tasks and their manager: a task runs in the thread pool.
#pragma once
#include <QFutureWatcher>
#include <QObject>

class Task : public QObject {
  Q_OBJECT
public:
  bool Start();

protected:
  virtual bool Run() = 0;
};

class TaskManager : public QObject {
  Q_OBJECT
public:
  void AddTask(Task *task);
private slots:
  void TaskFinished();

private:
  QFutureWatcher<bool> watcher;
};
