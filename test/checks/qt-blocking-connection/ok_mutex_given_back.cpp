// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The mutex is given back before main is asked: at the end of a block, by name, in a loop; and another one is held.
#include <QApplication>
#include <QLabel>
#include <QMutex>
#include <thread>

class Cache {
public:
  int size() {
    QMutexLocker lock(&mutex);
    return entries;
  }
  void fill(QLabel *view) {
    {
      QMutexLocker lock(&mutex);
      ++entries;
    }
    ask(view);
    QMutexLocker again(&mutex);
    ++entries;
    again.unlock();
    ask(view);
    for (int i = 0; i < 3; ++i) {
      ask(view);
      mutex.lock();
      ++entries;
      mutex.unlock();
    }
    QMutexLocker unrelated(&other);
    ask(view);
  }

private:
  void ask(QLabel *view) {
    QMetaObject::invokeMethod(view, [this, view] { view->setNum(size()); }, Qt::BlockingQueuedConnection);
  }
  QMutex mutex, other;
  int entries = 0;
};

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  QLabel view;
  Cache cache;
  std::thread([&] { cache.fill(&view); }).detach();
  view.show();
  return app.exec();
}
