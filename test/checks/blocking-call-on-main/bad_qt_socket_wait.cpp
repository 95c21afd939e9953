// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A slot connects a socket synchronously.
// CHECKS: blocking-call-on-main
#include <QApplication>
#include <QPushButton>
#include <QTcpSocket>

class Ping : public QPushButton {
  Q_OBJECT
public:
  Ping() { connect(this, &QPushButton::clicked, this, &Ping::ping); }
public slots:
  void ping() {
    socket.connectToHost(QStringLiteral("example.org"), 7);
    if (!socket.waitForConnected(3000)) // EXPECT: blocking-call-on-main
      return;
    socket.write("ping");
    socket.waitForReadyRead(); // EXPECT: blocking-call-on-main
  }

private:
  QTcpSocket socket;
};

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  Ping ping;
  ping.show();
  return app.exec();
}
// CHAIN: Ping::ping
