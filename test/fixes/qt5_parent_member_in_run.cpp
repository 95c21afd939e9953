// FLAGS: qt5
// CHECKS: qobject-wrong-thread
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A socket that run() keeps in a member: without its parent nobody would delete it, so the thread's end does.
#include <QApplication>
#include <QTcpSocket>
#include <QThread>

class Client : public QThread {
protected:
  void run() override {
    socket = new QTcpSocket(this);
    exec();
  }

private:
  QTcpSocket *socket = nullptr;
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
