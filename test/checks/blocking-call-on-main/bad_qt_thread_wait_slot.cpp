// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A slot stops the thread and waits for its end without limit.
// CHECKS: blocking-call-on-main
#include <QApplication>
#include <QPushButton>
#include <QThread>

class Job : public QThread {
protected:
  void run() override { exec(); }
};

class Stopper : public QPushButton {
  Q_OBJECT
public:
  explicit Stopper(Job *job) : job(job) { connect(this, &QPushButton::clicked, this, &Stopper::stop); }
public slots:
  void stop() {
    job->quit();
    job->wait(); // EXPECT: blocking-call-on-main
  }

private:
  Job *job;
};

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  Job job;
  job.start();
  Stopper stopper(&job);
  stopper.show();
  return app.exec();
}
// CHAIN: Stopper::stop
