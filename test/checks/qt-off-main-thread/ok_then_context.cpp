// FLAGS: qt6
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A continuation with a context object runs on the context's thread.
#include <QApplication>
#include <QFuture>
#include <QLabel>
#include <QtConcurrent>

class Result : public QWidget {
public:
  Result() : label(new QLabel(this)) {}
  void compute() {
    QtConcurrent::run([] { return 6 * 7; }).then(this, [this](int answer) { label->setNum(answer); });
  }

private:
  QLabel *label;
};

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  Result result;
  result.show();
  result.compute();
  return app.exec();
}
