// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// In the slot of finished() the result is there: asking for it does not wait.
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
    watcher.setFuture(QtConcurrent::run(crunch));
  }
public slots:
  void ready() { setNum(watcher.result()); }

private:
  QFutureWatcher<int> watcher;
};

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  Sum sum;
  sum.show();
  return app.exec();
}
