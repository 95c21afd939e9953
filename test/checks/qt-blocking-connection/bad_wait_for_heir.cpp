// FLAGS: qt6
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Closing the window waits for the thread, which at that moment can be waiting for the window.
#include <QApplication>
#include <QProgressBar>
#include <QCloseEvent>
#include <QThread>

class Copier : public QThread {
  Q_OBJECT
Q_SIGNALS:
  void copied(int percent);

private:
  void run() override {
    for (int i = 0; i <= 100 && !isInterruptionRequested(); ++i)
      Q_EMIT copied(i);
  }
};

class Window : public QProgressBar {
  Q_OBJECT
public:
  Window() {
    connect(&copier, &Copier::copied, this, &QProgressBar::setValue, Qt::BlockingQueuedConnection); // EXPECT: qt-blocking-connection
    copier.start();
  }

protected:
  void closeEvent(QCloseEvent *event) override {
    copier.requestInterruption();
    copier.wait(); // EXPECT: blocking-call-on-main
    event->accept();
  }

private:
  Copier copier;
};

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  Window window;
  window.show();
  return app.exec();
}
// CHAIN: Copier::run
