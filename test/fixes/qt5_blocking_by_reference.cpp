// FLAGS: qt5
// CHECKS: qt-*
// ADVICE: handoff-dangling-capture
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A call that nobody waits for writes to what is gone.
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
  Q_INVOKABLE QString current() { return text(); }

private:
  int work() {
    QString old;
    QMetaObject::invokeMethod(this, [&] { old = text(); }, Qt::BlockingQueuedConnection);
    return old.size();
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
