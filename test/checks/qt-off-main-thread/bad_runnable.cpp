// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A QRunnable heir handed to the global pool.
// CHECKS: qt-off-main-thread
#include <QApplication>
#include <QLabel>
#include <QRunnable>
#include <QThreadPool>

class Measure : public QRunnable {
public:
  explicit Measure(QLabel *out) : out(out) {}
  void run() override {
    int width = out->width(); // EXPECT: qt-off-main-thread
    total += width;
  }

private:
  QLabel *out;
  int total = 0;
};

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  QLabel label;
  label.show();
  QThreadPool::globalInstance()->start(new Measure(&label));
  return app.exec();
}
// CHAIN: Measure::run
