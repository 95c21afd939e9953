// FLAGS: qt6
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Main waits for the thread that only queues; the one that waits for main is left alone.
#include <QApplication>
#include <QLabel>
#include <QThread>

class Quick : public QThread {
  Q_OBJECT
Q_SIGNALS:
  void value(int n);

private:
  void run() override { Q_EMIT value(1); }
};

class Slow : public QThread {
  Q_OBJECT
Q_SIGNALS:
  void question();

private:
  void run() override { Q_EMIT question(); }
};

class Window : public QLabel {
  Q_OBJECT
public:
  Window() {
    connect(&quick, &Quick::value, this, [this](int n) { setNum(n); });
    connect(slow, &Slow::question, this, &QLabel::clear, Qt::BlockingQueuedConnection);
    connect(slow, &QThread::finished, slow, &QObject::deleteLater);
    quick.start();
    slow->start();
  }
  ~Window() override { quick.wait(); }

private:
  Quick quick;
  Slow *slow = new Slow;
};

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  Window window;
  window.show();
  return app.exec();
}
