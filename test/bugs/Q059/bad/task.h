// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Tasks run in the pool; the one that loads a project hands it on.
#pragma once
#include <QObject>

class Project : public QObject {
  Q_OBJECT
};

class Task : public QObject {
  Q_OBJECT
public:
  bool Start();

protected:
  virtual bool Run() = 0;
};

class ProjectLoadTask : public Task {
  Q_OBJECT
public:
  Project *GetLoadedProject() const { return project; }

protected:
  bool Run() override;

private:
  Project *project = nullptr;
};
