// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// pthread_create with a captureless lambda whose argument is the window.
#include <QApplication>
#include <QStatusBar>
#include <pthread.h>

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  QStatusBar bar;
  bar.show();
  pthread_t thread;
  pthread_create(
      &thread, nullptr,
      [](void *data) -> void * {
        static_cast<QStatusBar *>(data)->clearMessage(); // EXPECT: qt-off-main-thread
        return nullptr;
      },
      &bar);
  int code = app.exec();
  pthread_join(thread, nullptr);
  return code;
}
// CHAIN: lambda in main
