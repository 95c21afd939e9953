// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// `new QTcpSocket(this)` in run(): `this` is the QThread object, which lives on main.
// CHECKS: qobject-wrong-thread
#include <QApplication>
#include <QTcpSocket>
#include <QThread>

class Client : public QThread {
protected:
  void run() override {
    socket = new QTcpSocket(this); // EXPECT: qobject-wrong-thread
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
// CHAIN: Client::run
