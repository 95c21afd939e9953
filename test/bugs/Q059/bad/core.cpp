// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Q059, olive: a task of the pool makes a project and, meaning to move it to main, moves itself. Main then takes the
// project as a child of an object that lives on main.
#include "task.h"
#include <QApplication>
#include <QFutureWatcher>
#include <QtConcurrent>

bool Task::Start() { return Run(); }

class Core : public QObject {
  Q_OBJECT
public:
  Core() { connect(&watcher, &QFutureWatcher<bool>::finished, this, &Core::TaskFinished); }
  void OpenProject() {
    task = new ProjectLoadTask;
    watcher.setFuture(QtConcurrent::run(static_cast<Task *>(task), &Task::Start));
  }
private slots:
  void TaskFinished() { AddOpenProject(task->GetLoadedProject()); }

private:
  void AddOpenProject(Project *project) {
    project->setParent(this); // EXPECT: qobject-wrong-thread
  }
  ProjectLoadTask *task = nullptr;
  QFutureWatcher<bool> watcher;
};

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  Core core;
  core.OpenProject();
  return app.exec();
}
// CHAIN: Core::TaskFinished -> Core::AddOpenProject
