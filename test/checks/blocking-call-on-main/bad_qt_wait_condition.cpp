// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A queued slot, reached from a worker's signal, waits on a condition without a limit.
// CHECKS: blocking-call-on-main
#include <QApplication>
#include <QLabel>
#include <QMutex>
#include <QThread>
#include <QWaitCondition>

class Producer : public QThread {
  Q_OBJECT
public:
  QMutex mutex;
  QWaitCondition filled;
signals:
  void began();

protected:
  void run() override {
    emit began();
    filled.wakeAll();
  }
};

class View : public QLabel {
  Q_OBJECT
public:
  explicit View(Producer *producer) : producer(producer) { connect(producer, &Producer::began, this, &View::take); }
public slots:
  void take() {
    producer->mutex.lock();
    producer->filled.wait(&producer->mutex); // EXPECT: blocking-call-on-main
    producer->mutex.unlock();
  }

private:
  Producer *producer;
};

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  Producer producer;
  View view(&producer);
  view.show();
  producer.start();
  int code = app.exec();
  producer.wait();
  return code;
}
// CHAIN: View::take
