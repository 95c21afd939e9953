// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The program.
#include "rendertask.h"
#include <QApplication>

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  TaskManager manager;
  auto *task = new RenderTask;
  manager.AddTask(task);
  return app.exec();
}
