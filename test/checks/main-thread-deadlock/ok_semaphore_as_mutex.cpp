// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// FLAGS: qt5
// CHECKS: main-thread-deadlock
// A semaphore that begins with a token is a lock: whoever takes it gives it back.
#include <QApplication>
#include <QPushButton>
#include <QSemaphore>
#include <QTimer>

class Store : public QObject {
public:
  void save() {
    Token.acquire();
    ++Saved;
    Token.release();
  }

private:
  QSemaphore Token{1};
  int Saved = 0;
};

int main(int argc, char **argv) {
  QApplication App(argc, argv);
  Store S;
  QPushButton B;
  QObject::connect(&B, &QPushButton::clicked, &S, [&] { S.save(); });
  QTimer T;
  QObject::connect(&T, &QTimer::timeout, &S, [&] { S.save(); });
  T.start(1000);
  return App.exec();
}
