// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A factory moves what its smart pointer owns; the child timer goes along. The thread that the move is given is nothing
// that the pointer owns.
#include <QApplication>
#include <QThread>
#include <QTimer>
#include <memory>

class Sampler : public QObject {
  Q_OBJECT
public:
  static std::unique_ptr<Sampler> make() {
    auto *thread = new QThread;
    std::unique_ptr<Sampler> sampler(new Sampler(thread));
    sampler->moveToThread(thread);
    connect(thread, &QThread::started, sampler.get(), &Sampler::begin);
    return sampler;
  }
  ~Sampler() override {
    thread->exit(0);
    thread->wait();
  }
  void start() { thread->start(); }

private slots:
  void begin() { next(); }
  void next() { timer->start(20); }

private:
  explicit Sampler(QThread *thread) : timer{new QTimer{this}}, thread(thread) {
    connect(timer, &QTimer::timeout, this, &Sampler::next);
    connect(thread, &QThread::finished, timer, &QTimer::stop);
  }
  QTimer *timer;
  std::unique_ptr<QThread> thread;
};

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  auto sampler = Sampler::make();
  sampler->start();
  return app.exec();
}
