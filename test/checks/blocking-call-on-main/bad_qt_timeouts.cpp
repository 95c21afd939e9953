// FLAGS: qt6
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Times in chrono durations, constants and the callers' arguments; a wait of no time does not wait.
// CHECKS: blocking-call-on-main
// STD: c++20
#include <QApplication>
#include <QProcess>
#include <QPushButton>
#include <QThread>
#include <chrono>
#include <thread>

constexpr int retryMs = 20;

static bool finish(QProcess &process, int timeoutMs = 30000) {
  return process.waitForFinished(timeoutMs); // EXPECT: blocking-call-on-main
}

class Runner : public QPushButton {
  Q_OBJECT
public:
  Runner() { connect(this, &QPushButton::clicked, this, &Runner::run); }
public slots:
  void run() {
    finish(process);
    thread->wait(0);
    thread->wait();           // EXPECT: blocking-call-on-main
    QThread::msleep(retryMs);
    QThread::sleep(count); // EXPECT: blocking-call-on-main
    std::this_thread::sleep_for(std::chrono::milliseconds(200)); // EXPECT: blocking-call-on-main
    std::chrono::milliseconds shortly(20), long_enough(200);
    std::this_thread::sleep_for(shortly);
    std::this_thread::sleep_for(long_enough);                    // EXPECT: blocking-call-on-main
    using namespace std::chrono_literals;
    std::this_thread::sleep_for(2s);                             // EXPECT: blocking-call-on-main
  }

private:
  QProcess process;
  QThread *thread = nullptr;
  int count = 0;
};

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  Runner runner;
  runner.show();
  return app.exec();
}
