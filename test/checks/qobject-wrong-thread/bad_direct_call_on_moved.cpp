// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A button's slot calls the moved worker's function directly: its timer, a child, is started on main's side.
// CHECKS: qobject-wrong-thread
#include <QApplication>
#include <QPushButton>
#include <QThread>
#include <QTimer>

class Sampler : public QObject {
  Q_OBJECT
public:
  Sampler() : timer(new QTimer(this)) { connect(timer, &QTimer::timeout, this, &Sampler::sample); }
public slots:
  void begin() {
    timer->start(20); // EXPECT: qobject-wrong-thread
  }
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
    connect(&thread, &QThread::finished, sampler, &QObject::deleteLater);
    thread.start();
  }
  ~Panel() override {
    thread.quit();
    thread.wait();
  }
public slots:
  void onClicked() { sampler->begin(); }

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
// CHAIN: Panel::onClicked -> Sampler::begin
