// FLAGS: qt6
// RUN: yes
// CHECKS: qt-contextless-connect
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Continuations: the context comes first, and takes the place of a launch policy.
#include <QApplication>
#include <QLabel>
#include <QtConcurrent/QtConcurrentRun>

static int count() { return 42; }

class Counter : public QLabel {
  Q_OBJECT
public:
  void start() {
    first = QtConcurrent::run(count).then([this](int n) { setNum(n); });
    second = QtConcurrent::run(count)
                 .then([](int n) { return n * 2; })
                 .then(QtFuture::Launch::Async, [this](int n) { setToolTip(QString::number(n)); });
  }

private:
  QFuture<void> first, second;
};

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  Counter counter;
  counter.start();
  counter.show();
  return app.exec();
}
