// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// QFuture::result blocks until there is one; the slot is connected by string.
// CHECKS: blocking-call-on-main
#include <QAction>
#include <QApplication>
#include <QLabel>
#include <QtConcurrent>

static int crunch() { return 42; }

class Sum : public QLabel {
  Q_OBJECT
public:
  Sum() {
    auto *action = new QAction(this);
    addAction(action);
    connect(action, SIGNAL(triggered()), this, SLOT(compute()));
  }
public slots:
  void compute() {
    setNum(QtConcurrent::run(crunch).result()); // EXPECT: blocking-call-on-main
  }
};

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  Sum sum;
  sum.show();
  return app.exec();
}
// CHAIN: Sum::compute
