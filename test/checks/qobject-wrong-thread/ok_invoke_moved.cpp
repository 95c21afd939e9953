// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The moved worker is reached by a queued invokeMethod and by a signal only.
#include <QApplication>
#include <QPushButton>
#include <QThread>
#include <QTimer>

class Sampler : public QObject {
  Q_OBJECT
public:
  Sampler() : timer(new QTimer(this)) { connect(timer, &QTimer::timeout, this, &Sampler::sample); }
public slots:
  void begin() { timer->start(20); }
  void sample() { ++samples; }

private:
  QTimer *timer;
  int samples = 0;
};

class Panel : public QPushButton {
  Q_OBJECT
public:
  Panel() : sampler(new Sampler) {
    sampler->moveToThread(&thread);
    connect(this, &QPushButton::clicked, this, &Panel::onClicked);
    connect(this, &QPushButton::pressed, sampler, &Sampler::begin);
    connect(&thread, &QThread::finished, sampler, &QObject::deleteLater);
    thread.start();
  }
  ~Panel() override {
    thread.quit();
    thread.wait();
  }
public slots:
  void onClicked() {
    QMetaObject::invokeMethod(sampler, "begin", Qt::QueuedConnection);
    QMetaObject::invokeMethod(sampler, [this] { sampler->begin(); });
  }

private:
  QThread thread;
  Sampler *sampler;
};

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  Panel panel;
  panel.show();
  return app.exec();
}
