// FLAGS: qt6
// RUN: yes
// CHECKS: qt-contextless-connect
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Two widgets by reference: they share a thread, so the first will do.
#include <QApplication>
#include <QLabel>
#include <QProgressBar>
#include <QThread>

class Indexer : public QObject {
  Q_OBJECT
public:
  void index() {
    for (int i = 0; i <= 100; ++i)
      Q_EMIT progressed(i);
  }
Q_SIGNALS:
  void progressed(int percent);
};

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  QLabel label;
  QProgressBar bar;
  QThread thread;
  Indexer indexer;
  indexer.moveToThread(&thread);
  QObject::connect(&thread, &QThread::started, &indexer, &Indexer::index);
  QObject::connect(&indexer, &Indexer::progressed, &bar, [&](int percent) {
    bar.setValue(percent);
    label.setText(QString::number(percent));
  });
  label.show();
  thread.start();
  int code = app.exec();
  thread.quit();
  thread.wait();
  return code;
}
