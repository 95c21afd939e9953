// FLAGS: qt6
// CHECKS: handoff-*
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A blocking connection, and a semaphore that the callback releases.
#include <QApplication>
#include <QLabel>
#include <QSemaphore>
#include <QThread>

class Loader : public QThread {
  Q_OBJECT
public:
  explicit Loader(QLabel *label) : label(label) {}

protected:
  void run() override {
    QString text;
    QMetaObject::invokeMethod(label, [&] { text = label->text(); }, Qt::BlockingQueuedConnection);
    QSemaphore done;
    QMetaObject::invokeMethod(label, [&] { label->setText(text); done.release(); }, Qt::QueuedConnection);
    done.acquire();
  }

private:
  QLabel *label;
};

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  QLabel label;
  Loader loader(&label);
  loader.start();
  int code = app.exec();
  loader.wait();
  return code;
}
