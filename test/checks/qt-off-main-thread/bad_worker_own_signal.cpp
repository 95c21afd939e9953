// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The moved worker connects its own signal to its own slot: both ends live on the worker, the slot runs there.
// CHECKS: qt-off-main-thread
#include <QApplication>
#include <QProgressBar>
#include <QThread>

class Worker : public QObject {
  Q_OBJECT
public:
  explicit Worker(QProgressBar *bar) : bar(bar) { connect(this, &Worker::advanced, this, &Worker::show); }
public slots:
  void work() {
    for (int i = 0; i < 10; ++i)
      emit advanced(i);
  }
  void show(int value) {
    bar->setValue(value); // EXPECT: qt-off-main-thread
  }
signals:
  void advanced(int value);

private:
  QProgressBar *bar;
};

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  QProgressBar bar;
  bar.show();
  QThread thread;
  Worker worker(&bar);
  worker.moveToThread(&thread);
  QObject::connect(&thread, &QThread::started, &worker, &Worker::work);
  thread.start();
  int code = app.exec();
  thread.quit();
  thread.wait();
  return code;
}
// CHAIN: Worker::work -> Worker::show
