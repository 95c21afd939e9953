// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Known wrong: no more is taken from the semaphore than it has, and nobody else takes from it meanwhile. Numbers that calls
// give are not followed.
#include <QApplication>
#include <QPushButton>
#include <QSemaphore>

static QSemaphore waiting;

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  QPushButton add("add"), clear("clear");
  QObject::connect(&add, &QPushButton::clicked, &add, [] { waiting.release(); });
  QObject::connect(&clear, &QPushButton::clicked, &clear, [] {
    int ready = waiting.available();
    if (ready > 0)
      waiting.acquire(ready);
  });
  add.show();
  clear.show();
  return app.exec();
}
