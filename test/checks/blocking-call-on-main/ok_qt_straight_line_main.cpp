// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Waiting in main() before the loop begins blocks no handler.
#include <QApplication>
#include <QProcess>
#include <QWidget>
#include <QtConcurrent>

static int load() { return 1; }

static bool runningAlready() {
  QProcess process;
  process.start(QStringLiteral("pidof"), {QStringLiteral("notes")});
  process.waitForFinished();
  return process.exitCode() == 0;
}

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  if (runningAlready())
    return 1;
  if (QtConcurrent::run(load).result() != 1)
    return 2;
  QWidget window;
  window.show();
  return app.exec();
}
