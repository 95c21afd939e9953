// FLAGS: qt6
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The heir starts itself when it is made, and nobody waits for it.
#include <QApplication>
#include <QThread>

class Ticker : public QThread {
  Q_OBJECT
public:
  Ticker() { start(); }

protected:
  void run() override { exec(); }
};

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  Ticker ticker;
  return app.exec(); // EXPECT: qt-thread-destroyed
}
