// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// delete of an object that lives on main.
// CHECKS: qobject-wrong-thread
#include <QApplication>
#include <QTimer>
#include <thread>

class Session : public QObject {
  Q_OBJECT
public:
  Session() : timer(new QTimer(this)) { timer->start(1000); }

private:
  QTimer *timer;
};

static void finish(Session *session) {
  delete session; // EXPECT: qobject-wrong-thread
}

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  auto *session = new Session;
  std::thread closer(finish, session);
  int code = app.exec();
  closer.join();
  return code;
}
// CHAIN: finish
