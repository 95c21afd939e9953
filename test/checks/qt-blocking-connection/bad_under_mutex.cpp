// FLAGS: qt6
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The worker asks main while it holds the lock of the cache; what main does for it looks into the cache.
#include <QApplication>
#include <QLabel>
#include <mutex>
#include <thread>

class Cache {
public:
  int size() {
    std::lock_guard<std::mutex> lock(mutex);
    return entries;
  }
  void fill(QLabel *view);

private:
  std::mutex mutex;
  int entries = 0;
};

void Cache::fill(QLabel *view) {
  std::unique_lock<std::mutex> lock(mutex);
  ++entries;
  QMetaObject::invokeMethod(view, [this, view] { view->setNum(size()); }, Qt::BlockingQueuedConnection); // EXPECT: qt-blocking-connection
}

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  QLabel view;
  Cache cache;
  std::thread([&] { cache.fill(&view); }).detach();
  view.show();
  return app.exec();
}
// CHAIN: Cache::fill
