// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// An exec() of the project's own class on a worker is no main loop.
#include <QApplication>
#include <thread>

class Command {
public:
  int exec() { return ++runs; }

private:
  int runs = 0;
};

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  Command command;
  std::thread worker([&command] { command.exec(); });
  int code = app.exec();
  worker.join();
  return code;
}
