// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// With a functor or a member the timer goes to the receiver's thread; by name it is right on the main thread and on a
// QThread that runs its loop.
#include <QApplication>
#include <QLabel>
#include <QThread>
#include <QTimer>
#include <thread>

class Loader : public QThread {
  Q_OBJECT
public:
  explicit Loader(QLabel *label) : label(label) {}

private:
  void run() override {
    QTimer::singleShot(500, label, SLOT(clear()));
    exec();
  }
  QLabel *label;
};

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  QLabel label;
  QTimer::singleShot(500, &label, SLOT(show()));
  std::thread([&label] {
    QTimer::singleShot(500, &label, [&label] { label.clear(); });
    QTimer::singleShot(500, &label, &QLabel::clear);
  }).detach();
  Loader loader(&label);
  loader.start();
  int code = app.exec();
  loader.quit();
  loader.wait();
  return code;
}
