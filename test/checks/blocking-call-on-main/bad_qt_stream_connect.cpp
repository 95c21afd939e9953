// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A stream's connect() waits for the peer; that another class of the family talks in datagrams does not change it.
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
  Datagrams() { descriptor = socket(AF_INET, SOCK_DGRAM, 0); }
  bool to(const sockaddr_in &peer) { return connect(descriptor, (const sockaddr *)&peer, sizeof peer) == 0; }
};

class Stream : public Endpoint {
public:
  Stream() { descriptor = socket(AF_INET, SOCK_STREAM, 0); }
  bool to(const sockaddr_in &peer) {
    return connect(descriptor, (const sockaddr *)&peer, sizeof peer) == 0; // EXPECT: blocking-call-on-main
  }
};

static sockaddr_in peer;

static bool reachable(bool stream) {
  int probe = socket(AF_INET, stream ? SOCK_STREAM : SOCK_DGRAM, 0);
  bool good = connect(probe, (const sockaddr *)&peer, sizeof peer) == 0; // EXPECT: blocking-call-on-main
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
    button.setEnabled(reachable(button.isDown()) && datagrams.to(peer) && stream.to(peer));
  });
  button.show();
  return app.exec();
}
