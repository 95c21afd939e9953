// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Single shots from a worker: with context, by name, and one that stays with what the worker may do.
#include <QApplication>
#include <QLabel>
#include <QThread>
#include <QTimer>
#include <atomic>

class Job : public QThread {
  Q_OBJECT
public:
  explicit Job(QLabel *label) : label(label) {}
  std::atomic<int> ticks{0};

private:
  void run() override {
    QTimer::singleShot(0, label, [this] { label->setText("a"); });
    QTimer::singleShot(0, label, SLOT(clear()));
    QTimer::singleShot(0, [this] { ++ticks; });
    exec();
  }
  QLabel *label;
};

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  QLabel label;
  Job job(&label);
  job.start();
  int code = app.exec();
  job.quit();
  job.wait();
  return code;
}
