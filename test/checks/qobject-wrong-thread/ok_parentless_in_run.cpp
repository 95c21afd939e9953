// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Without a parent, or with a parent made in run() too, the objects belong to the worker.
#include <QApplication>
#include <QTcpSocket>
#include <QThread>
#include <QTimer>

class Client : public QThread {
protected:
  void run() override {
    QObject scope;
    auto *socket = new QTcpSocket(&scope);
    socket->connectToHost(QStringLiteral("example.org"), 80);
    if (socket->waitForConnected(3000))
      socket->write("hello");
    auto *timer = new QTimer;
    timer->start(100);
    exec();
    delete timer;
  }
};

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  Client client;
  client.start();
  int code = app.exec();
  client.quit();
  client.wait();
  return code;
}
