// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The application and its loop are reached from main() through a class; a worker runs beside them.
#include <QApplication>
#include <QWidget>
#include <thread>

class Program {
public:
  Program(int &argc, char **argv) : app(argc, argv) {}
  int run() {
    std::thread worker([this] { ++steps; });
    window.show();
    int code = app.exec();
    worker.join();
    return code;
  }

private:
  QApplication app;
  QWidget window;
  int steps = 0;
};

int main(int argc, char **argv) {
  Program program(argc, argv);
  return program.run();
}
