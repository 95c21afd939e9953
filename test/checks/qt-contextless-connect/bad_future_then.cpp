// FLAGS: qt6
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A continuation without context runs where the future is finished, which is a thread of the pool.
#include <QApplication>
#include <QFuture>
#include <QLabel>
#include <QtConcurrent/QtConcurrentRun>

static int count() { return 42; }

class Counter : public QLabel {
  Q_OBJECT
public:
  void start() {
    QtConcurrent::run(count).then([this](int n) { setNum(n); }); // EXPECT: qt-contextless-connect
    QtConcurrent::run(count)
        .then([](int n) { return n * 2; })
        .then(QtFuture::Launch::Async, [this](int n) { setNum(n); }); // EXPECT: qt-contextless-connect
  }
};

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  Counter counter;
  counter.start();
  counter.show();
  return app.exec();
}
