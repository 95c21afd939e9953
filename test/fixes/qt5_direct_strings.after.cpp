// FLAGS: qt5
// RUN: elsewhere
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// SIGNAL() and SLOT() stay; the type behind them goes.
#include <QApplication>
#include <QProgressBar>
#include <QThread>

class Job : public QThread {
  Q_OBJECT
Q_SIGNALS:
  void stepped(int n);

private:
  void run() override {
    for (int i = 0; i < 10; ++i)
      Q_EMIT stepped(i);
  }
};

class Panel : public QProgressBar {
  Q_OBJECT
public:
  Panel() {
    connect(&job, SIGNAL(stepped(int)), this, SLOT(step(int)));
    job.start();
  }
  ~Panel() override { job.wait(); }
private Q_SLOTS:
  void step(int n) {
    setValue(n);
    update();
  }

private:
  Job job;
};

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  Panel panel;
  panel.show();
  return app.exec();
}
