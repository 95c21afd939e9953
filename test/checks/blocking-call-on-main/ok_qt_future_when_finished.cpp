// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The watcher's own future, asked in the slot of finished() only, has its result.
#include <QApplication>
#include <QFutureWatcher>
#include <QLabel>
#include <QtConcurrent>

static int crunch() { return 42; }

class Sum : public QLabel {
  Q_OBJECT
public:
  Sum() {
    connect(&watcher, &QFutureWatcher<int>::finished, this, &Sum::ready);
    connect(&other, &QFutureWatcher<int>::finished, this, [this] { setNum(other.future().result()); });
    watcher.setFuture(QtConcurrent::run(crunch));
    other.setFuture(QtConcurrent::run(crunch));
  }
public slots:
  void ready() {
    QFuture<int> future = watcher.future();
    setNum(future.result());
  }

private:
  QFutureWatcher<int> watcher, other;
};

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  Sum sum;
  sum.show();
  return app.exec();
}
