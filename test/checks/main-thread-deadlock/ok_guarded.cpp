// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// FLAGS: qt5
// On the GUI thread the function runs at once; only others post and wait.
#include <QApplication>
#include <QLabel>
#include <QPushButton>
#include <QSemaphore>
#include <QThread>
#include <functional>
#include <thread>

static void onGui(std::function<void()> F) {
  if (QThread::currentThread() == qApp->thread()) {
    F();
    return;
  }
  QSemaphore Done;
  QMetaObject::invokeMethod(
      qApp,
      [&] {
        F();
        Done.release();
      },
      Qt::QueuedConnection);
  Done.acquire();
}

int main(int argc, char **argv) {
  QApplication App(argc, argv);
  QLabel L;
  QPushButton B;
  QObject::connect(&B, &QPushButton::clicked, &L, [&] { onGui([&] { L.setText("slot"); }); });
  std::thread([&] { onGui([&] { L.setText("thread"); }); }).detach();
  return App.exec();
}
