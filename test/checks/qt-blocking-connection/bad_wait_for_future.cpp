// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Main waits for a result that needs main.
#include <QApplication>
#include <QLabel>
#include <QPushButton>
#include <QtConcurrent/QtConcurrentRun>

class Panel : public QLabel {
  Q_OBJECT
public:
  void compute() {
    QFuture<int> future = QtConcurrent::run([this] { return work(); });
    setNum(future.result()); // EXPECT: blocking-call-on-main
  }

private:
  int work() {
    QMetaObject::invokeMethod(this, "clear", Qt::BlockingQueuedConnection); // EXPECT: qt-blocking-connection
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
// CHAIN: Panel::work
