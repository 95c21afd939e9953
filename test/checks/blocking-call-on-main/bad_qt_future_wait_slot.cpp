// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A slot waits for the pool job it has just begun.
// CHECKS: blocking-call-on-main
#include <QApplication>
#include <QPushButton>
#include <QtConcurrent>

static int crunch() { return 42; }

class Calculator : public QPushButton {
  Q_OBJECT
public:
  Calculator() { connect(this, &QPushButton::clicked, this, &Calculator::compute); }
public slots:
  void compute() {
    QFuture<int> future = QtConcurrent::run(crunch);
    future.waitForFinished(); // EXPECT: blocking-call-on-main
    setText(QStringLiteral("done"));
  }
};

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  Calculator calculator;
  calculator.show();
  return app.exec();
}
// CHAIN: Calculator::compute
