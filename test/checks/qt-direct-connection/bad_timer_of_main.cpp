// FLAGS: qt6
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// No widget, but a timer that lives on the main thread.
#include <QApplication>
#include <QThread>
#include <QTimer>

class Download : public QThread {
  Q_OBJECT
Q_SIGNALS:
  void failed();

private:
  void run() override { Q_EMIT failed(); }
};

class Queue : public QObject {
  Q_OBJECT
public:
  Queue() : retry(new QTimer(this)) {
    connect(&download, &Download::failed, this, &Queue::onFailed, Qt::DirectConnection); // EXPECT: qt-direct-connection
    download.start();
  }
  ~Queue() override { download.wait(); }

private:
  void onFailed() { retry->start(1000); }
  QTimer *retry;
  Download download;
};

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  Queue queue;
  return app.exec();
}
// CHAIN: Download::run -> Queue::onFailed
