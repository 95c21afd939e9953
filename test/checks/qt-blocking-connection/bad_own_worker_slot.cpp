// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// On the worker, an object waits for a slot of its own.
#include <QApplication>
#include <QThread>

class Store : public QObject {
  Q_OBJECT
public Q_SLOTS:
  void open() {
    QMetaObject::invokeMethod(this, "migrate", Qt::BlockingQueuedConnection); // EXPECT: qt-blocking-connection
  }
  void migrate() {}
};

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  QThread thread;
  auto *store = new Store;
  store->moveToThread(&thread);
  QObject::connect(&thread, &QThread::started, store, &Store::open);
  thread.start();
  int code = app.exec();
  thread.quit();
  thread.wait();
  return code;
}
// CHAIN: Store::open
