// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A template that runs its callable in the pool and waits: the object's timer is stopped there.
// CHECKS: qobject-wrong-thread
#include <QApplication>
#include <QEventLoop>
#include <QFutureWatcher>
#include <QTimer>
#include <QtConcurrent>

template <typename Task> auto runAndWait(Task task) -> decltype(task()) {
  QFutureWatcher<decltype(task())> watcher;
  QEventLoop loop;
  QObject::connect(&watcher, &QFutureWatcherBase::finished, &loop, &QEventLoop::quit);
  watcher.setFuture(QtConcurrent::run(task));
  loop.exec();
  return watcher.result();
}

class Store : public QObject {
  Q_OBJECT
public:
  bool save() {
    return runAndWait([this] { return write(); });
  }

private:
  bool write() {
    clearModified();
    return true;
  }
  void clearModified() {
    timer.stop(); // EXPECT: qobject-wrong-thread
  }
  QTimer timer;
};

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  Store store;
  QTimer::singleShot(0, &store, [&store] { store.save(); });
  return app.exec();
}
// CHAIN: lambda in Store::save -> Store::write -> Store::clearModified
