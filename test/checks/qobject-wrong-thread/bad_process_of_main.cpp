// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A QProcess kept as a member of a main-thread object is started by a pool job.
// CHECKS: qobject-wrong-thread
#include <QApplication>
#include <QProcess>
#include <QtConcurrent>

class Encoder : public QObject {
  Q_OBJECT
public:
  Encoder() : process(new QProcess(this)) {}
  void encode() { job = QtConcurrent::run(this, &Encoder::work); }

private:
  void work() {
    process->start(QStringLiteral("encode"), QStringList()); // EXPECT: qobject-wrong-thread
    process->waitForFinished(-1);                            // EXPECT: qobject-wrong-thread
  }
  QProcess *process;
  QFuture<void> job;
};

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  Encoder encoder;
  encoder.encode();
  return app.exec();
}
// CHAIN: Encoder::work
