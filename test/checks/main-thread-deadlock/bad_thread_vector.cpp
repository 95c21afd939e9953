// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// FLAGS: qt5
// Several workers in a container, joined one after the other; each waits for the GUI.
#include <QApplication>
#include <QLabel>
#include <QPushButton>
#include <QSemaphore>
#include <thread>
#include <vector>

class Pool : public QObject {
public:
  void start() {
    for (int I = 0; I < 4; ++I)
      Threads.push_back(std::thread([this] { work(); }));
  }
  void finish() {
    for (std::thread &T : Threads)
      T.join(); // EXPECT: main-thread-deadlock
  }
  QLabel Status;

private:
  void work() {
    QMetaObject::invokeMethod(&Status, [this] { shown(); }, Qt::QueuedConnection);
    Shown.acquire();
  }
  void shown() {
    Status.setText("one more");
    Shown.release();
  }
  std::vector<std::thread> Threads;
  QSemaphore Shown;
};

int main(int argc, char **argv) {
  QApplication App(argc, argv);
  Pool P;
  QPushButton Start, Finish;
  QObject::connect(&Start, &QPushButton::clicked, &P, [&] { P.start(); });
  QObject::connect(&Finish, &QPushButton::clicked, &P, [&] { P.finish(); });
  return App.exec();
}
