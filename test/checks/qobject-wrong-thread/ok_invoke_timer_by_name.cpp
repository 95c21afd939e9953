// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A timer of main is started and stopped by queued invokeMethod from a worker.
#include <QApplication>
#include <QTimer>
#include <QtConcurrent>

class Store : public QObject {
  Q_OBJECT
public:
  void save() { job = QtConcurrent::run(this, &Store::work); }

private:
  void work() {
    QMetaObject::invokeMethod(&modified, "stop");
    QMetaObject::invokeMethod(&modified, [this] { modified.start(150); });
  }
  QTimer modified;
  QFuture<void> job;
};

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  Store store;
  store.save();
  return app.exec();
}
