// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The same connections with a context object: queued to where that lives.
#include <QApplication>
#include <QLabel>
#include <QThread>
#include <QTimer>

class Indexer : public QThread {
  Q_OBJECT
Q_SIGNALS:
  void progressed(int percent);

private:
  void run() override { Q_EMIT progressed(1); }
};

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  QLabel label;
  Indexer indexer;
  QObject::connect(&indexer, &Indexer::progressed, &label, [&](int percent) { label.setNum(percent); });
  QObject::connect(&indexer, &QThread::finished, &label, [&] { label.clear(); });
  QObject::connect(&indexer, &QThread::started, &label, [&] { label.setText("started"); });
  indexer.start();
  int code = app.exec();
  indexer.wait();
  return code;
}
