// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// By name, the single shot's timer is made in the calling thread, which has no event loop.
#include <QApplication>
#include <QLabel>
#include <QTimer>
#include <thread>

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  QLabel label;
  std::thread([&label] {
    QTimer::singleShot(500, &label, SLOT(clear())); // EXPECT: qobject-wrong-thread
  }).detach();
  label.show();
  return app.exec();
}
