// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// FLAGS: qt5
// CHECKS: main-thread-deadlock
// A future of a worker that needs nobody; a promise that the worker keeps.
#include <QApplication>
#include <QPushButton>
#include <future>
#include <thread>

static int compute() { return 42; }

static int ask() {
  std::promise<int> P;
  auto F = P.get_future();
  std::thread T([&P] { P.set_value(compute()); });
  int Answer = F.get();
  T.join();
  return Answer + std::async(std::launch::async, compute).get();
}

int main(int argc, char **argv) {
  QApplication App(argc, argv);
  QPushButton B;
  QObject::connect(&B, &QPushButton::clicked, &B, [] { ask(); });
  return App.exec();
}
