// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// N31, olive: a task runs in the pool behind a virtual Run(); the manager learns of its end by a watcher's signal and
// changes the task's widget there.
#include <QApplication>
#include <QFutureWatcher>
#include <QHash>
#include <QLabel>
#include <QtConcurrent>

class Task : public QObject {
  Q_OBJECT
public:
  bool Start() { return Run(); }

protected:
  virtual bool Run() = 0;
};

class ExportTask : public Task {
protected:
  bool Run() override { return ++frames > 0; }

private:
  int frames = 0;
};

class TaskManager : public QObject {
  Q_OBJECT
public:
  explicit TaskManager(QLabel *label) : label(label) {}
  void AddTask(Task *task) {
    auto *watcher = new QFutureWatcher<bool>(this);
    connect(watcher, &QFutureWatcher<bool>::finished, this, &TaskManager::TaskFinished);
    tasks.insert(watcher, task);
    watcher->setFuture(QtConcurrent::run(task, &Task::Start));
  }
private slots:
  void TaskFinished() {
    auto *watcher = static_cast<QFutureWatcher<bool> *>(sender());
    Task *task = tasks.take(watcher);
    label->setText(watcher->result() ? tr("Done") : tr("Failed"));
    task->deleteLater();
    watcher->deleteLater();
  }

private:
  QHash<QFutureWatcher<bool> *, Task *> tasks;
  QLabel *label;
};

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  QLabel label;
  label.show();
  TaskManager manager(&label);
  manager.AddTask(new ExportTask);
  return app.exec();
}
