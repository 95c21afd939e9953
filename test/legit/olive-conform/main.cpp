// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// N32, olive: a decoder thread asks for a conform; the manager makes the task, moves it to main and posts it to the
// task manager, whose list widget grows there.
#include <QApplication>
#include <QListWidget>
#include <QMutex>
#include <QThread>
#include <thread>

class Task : public QObject {
  Q_OBJECT
};

class TaskManager : public QListWidget {
  Q_OBJECT
public slots:
  void AddTask(Task *task) {
    task->setParent(this);
    addItem(task->objectName());
  }
};

class ConformManager : public QObject {
  Q_OBJECT
public:
  explicit ConformManager(TaskManager *manager) : manager(manager) {}
  bool GetConformState(const QString &file) {
    QMutexLocker locker(&mutex);
    if (known.contains(file))
      return true;
    known.append(file);
    auto *task = new Task;
    task->setObjectName(file);
    task->moveToThread(manager->thread());
    QMetaObject::invokeMethod(manager, "AddTask", Qt::QueuedConnection, Q_ARG(Task *, task));
    return false;
  }

private:
  TaskManager *manager;
  QMutex mutex;
  QStringList known;
};

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  qRegisterMetaType<Task *>("Task*");
  TaskManager tasks;
  tasks.show();
  ConformManager conform(&tasks);
  std::thread decoder([&conform] { conform.GetConformState(QStringLiteral("take1.wav")); });
  int code = app.exec();
  decoder.join();
  return code;
}
