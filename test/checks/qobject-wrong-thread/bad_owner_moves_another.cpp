// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The smart pointer's object is only told of the thread, and stays; the worker that is moved uses its timer there.
#include <QApplication>
#include <QThread>
#include <QTimer>
#include <memory>

class Gauge : public QObject {
  Q_OBJECT
public:
  Gauge() : timer{new QTimer{this}} {}
  void watch(QThread *thread) { connect(thread, &QThread::finished, timer, &QTimer::stop); }
  void refresh() {
    timer->start(20); // EXPECT: qobject-wrong-thread
  }

private:
  QTimer *timer;
};

class Sampler : public QObject {
  Q_OBJECT
public:
  explicit Sampler(Gauge *gauge) : gauge(gauge) {}
  void begin() { gauge->refresh(); }

private:
  Gauge *gauge;
};

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  QThread thread;
  std::unique_ptr<Gauge> gauge(new Gauge);
  gauge->watch(&thread);
  std::unique_ptr<Sampler> sampler(new Sampler(gauge.get()));
  sampler->moveToThread(&thread);
  QObject::connect(&thread, &QThread::started, sampler.get(), &Sampler::begin);
  thread.start();
  int code = app.exec();
  thread.quit();
  thread.wait();
  return code;
}
