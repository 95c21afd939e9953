// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The worker gets a parent with setParent() just before it is to move.
#include <QApplication>
#include <QThread>

class Worker : public QObject {
  Q_OBJECT
public:
  explicit Worker(QObject *parent = nullptr) : QObject(parent) {}
public slots:
  void work() { ++done; }

private:
  int done = 0;
};

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  QThread thread;
  auto *worker = new Worker;
  worker->setParent(&app);
  worker->moveToThread(&thread); // EXPECT: qt-move-to-thread
  thread.start();
  int code = app.exec();
  thread.quit();
  thread.wait();
  return code;
}
