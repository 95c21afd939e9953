// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Who has asked select() or poll() whether there is something does not wait for it; a notifier has asked as well.
// CHECKS: blocking-call-on-main
#include <QtCore/QObject>
#include <QtCore/QSocketNotifier>
#include <QtCore/QTimer>
#include <QtCore/QCoreApplication>
#include <poll.h>
#include <sys/socket.h>

class Receiver : public QObject {
public:
  Receiver(int fd) : Fd(fd), Notifier(fd, QSocketNotifier::Read) {
    connect(&Notifier, &QSocketNotifier::activated, this, &Receiver::input);
    connect(&Timer, &QTimer::timeout, this, &Receiver::tick);
  }
  void input() { ::recv(Fd, Buffer, sizeof Buffer, 0); }
  void tick() {
    if (ready())
      get(Other);
  }
  int Other = -1;

private:
  bool ready() {
    pollfd set{Other, POLLIN, 0};
    return ::poll(&set, 1, 0) > 0;
  }
  void get(int fd) { ::recv(fd, Buffer, sizeof Buffer, 0); }
  int Fd;
  char Buffer[64];
  QSocketNotifier Notifier;
  QTimer Timer;
};

int main(int argc, char **argv) {
  QCoreApplication app(argc, argv);
  Receiver receiver(::socket(AF_UNIX, SOCK_DGRAM, 0));
  return app.exec();
}
