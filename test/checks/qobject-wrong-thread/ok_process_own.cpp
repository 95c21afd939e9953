// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A QProcess on the worker's stack.
#include <QApplication>
#include <QProcess>
#include <QtConcurrent>

static int encode(const QString &program) {
  QProcess process;
  process.start(program, QStringList());
  process.waitForFinished(-1);
  return process.exitCode();
}

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  QFuture<int> job = QtConcurrent::run(encode, QStringLiteral("encode"));
  int code = app.exec();
  job.waitForFinished();
  return code;
}
