// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The result is asked for, or a pool and a synchronizer wait when they end.
#include <QApplication>
#include <QLabel>
#include <QFutureSynchronizer>
#include <QThreadPool>
#include <QtConcurrent/QtConcurrent>

class Model : public QObject {
  Q_OBJECT
public slots:
  void update() {
    int sum = 0;
    QFuture<void> future = QtConcurrent::run([&] { sum += 1; });
    future.waitForFinished();
    QFutureSynchronizer<void> both;
    both.addFuture(QtConcurrent::run([&] { sum += 2; }));
    QVector<int> values{1, 2, 3};
    QtConcurrent::blockingMap(values, [&](int &value) { value += sum; });
  }
};

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  Model model;
  model.update();
  return app.exec();
}
