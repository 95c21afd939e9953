// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The watcher's future in a slot of a button as well, or of another future: the slot may come first and waits.
// CHECKS: blocking-call-on-main
#include <QApplication>
#include <QFutureWatcher>
#include <QLabel>
#include <QPushButton>
#include <QtConcurrent>

static int crunch() { return 42; }

class Sum : public QPushButton {
  Q_OBJECT
public:
  Sum() {
    connect(&watcher, &QFutureWatcher<int>::finished, this, &Sum::ready);
    connect(this, &QPushButton::clicked, this, &Sum::ready);
    connect(&watcher, &QFutureWatcher<int>::finished, this, [this] {
      setText(QString::number(QtConcurrent::run(crunch).result())); // EXPECT: blocking-call-on-main
    });
    watcher.setFuture(QtConcurrent::run(crunch));
  }
public slots:
  void ready() {
    setText(QString::number(watcher.future().result())); // EXPECT: blocking-call-on-main
  }

private:
  QFutureWatcher<int> watcher;
};

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  Sum sum;
  sum.show();
  return app.exec();
}
