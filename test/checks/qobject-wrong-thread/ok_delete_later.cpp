// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// deleteLater deletes the object on its own thread; delete of what the worker made itself is right.
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
  session->deleteLater();
  auto *mine = new QObject;
  mine->setObjectName(QStringLiteral("mine"));
  delete mine;
}

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  auto *session = new Session;
  std::thread closer(finish, session);
  int code = app.exec();
  closer.join();
  return code;
}
