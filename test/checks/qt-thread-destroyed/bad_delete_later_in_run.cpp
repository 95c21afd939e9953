// FLAGS: qt6
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The thread hands itself to deleteLater() while it is still in run().
#include <QApplication>
#include <QThread>

class Job : public QThread {
  Q_OBJECT
protected:
  void run() override {
    msleep(5);
    deleteLater(); // EXPECT: qt-thread-destroyed
    msleep(5);
  }
};

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  auto *job = new Job;
  job->start();
  return app.exec();
}
// CHAIN: Job::run
