// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A socket that lives on main is written to by a std::thread.
// CHECKS: qobject-wrong-thread
#include <QApplication>
#include <QTcpSocket>
#include <thread>

class Link {
public:
  Link() { socket.connectToHost(QStringLiteral("example.org"), 7); }
  void send(const QByteArray &data) {
    socket.write(data); // EXPECT: qobject-wrong-thread
  }

private:
  QTcpSocket socket;
};

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  Link link;
  std::thread sender([&link] { link.send("ping"); });
  int code = app.exec();
  sender.join();
  return code;
}
// CHAIN: lambda in main -> Link::send
