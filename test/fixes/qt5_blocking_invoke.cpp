// FLAGS: qt5
// CHECKS: qt-*
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A blocking call of a method by its name, where the other end waits for the caller.
#include <QApplication>
#include <QLabel>
#include <QPushButton>
#include <QtConcurrent/QtConcurrentRun>

class Panel : public QLabel {
  Q_OBJECT
public:
  void compute() {
    QFuture<int> future = QtConcurrent::run([this] { return work(); });
    setNum(future.result());
  }

private:
  int work() {
    QMetaObject::invokeMethod(this, "clear", Qt::BlockingQueuedConnection);
    return 3;
  }
};

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  Panel panel;
  QPushButton button("compute");
  QObject::connect(&button, &QPushButton::clicked, &panel, &Panel::compute);
  panel.show();
  button.show();
  return app.exec();
}
