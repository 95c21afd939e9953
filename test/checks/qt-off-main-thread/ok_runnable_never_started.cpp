// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The same class, run by hand on the main thread: no pool, no worker.
#include <QApplication>
#include <QLabel>
#include <QRunnable>

class Measure : public QRunnable {
public:
  explicit Measure(QLabel *out) : out(out) {}
  void run() override { total += out->width(); }

private:
  QLabel *out;
  int total = 0;
};

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  QLabel label;
  label.show();
  Measure measure(&label);
  measure.run();
  return app.exec();
}
