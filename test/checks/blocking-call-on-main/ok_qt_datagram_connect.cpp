// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// connect() of a datagram socket, or of one made with SOCK_NONBLOCK, sends nothing and does not wait. The descriptor is
// kept in the base class, where other heirs keep streams.
#include <QApplication>
#include <QPushButton>
#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

class Endpoint {
public:
  virtual ~Endpoint() { close(descriptor); }

protected:
  int descriptor = -1;
};

class Datagrams : public Endpoint {
public:
  Datagrams() { descriptor = socket(AF_INET, SOCK_DGRAM | SOCK_CLOEXEC, 0); }
  bool to(const sockaddr_in &peer) { return connect(descriptor, (const sockaddr *)&peer, sizeof peer) == 0; }
};

class Stream : public Endpoint {
public:
  Stream() { descriptor = socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK, 0); }
  bool to(const sockaddr_in &peer) { return connect(descriptor, (const sockaddr *)&peer, sizeof peer) == 0; }
};

static sockaddr_in peer;

static bool reachable() {
  int probe = socket(AF_INET, SOCK_DGRAM, 0);
  if (probe < 0)
    return false;
  bool good = connect(probe, (const sockaddr *)&peer, sizeof peer) == 0;
  close(probe);
  return good;
}

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  peer.sin_family = AF_INET;
  peer.sin_port = htons(5060);
  QPushButton button("call");
  QObject::connect(&button, &QPushButton::clicked, &button, [&button] {
    Datagrams datagrams;
    Stream stream;
    button.setEnabled(reachable() && datagrams.to(peer) && stream.to(peer));
  });
  button.show();
  return app.exec();
}
