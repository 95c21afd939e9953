// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The slot of QFutureWatcher::finished runs where the watcher lives.
#include <QApplication>
#include <QFutureWatcher>
#include <QLabel>
#include <QtConcurrent>

class Counter : public QWidget {
  Q_OBJECT
public:
  Counter() : label(new QLabel(this)) {
    connect(&watcher, &QFutureWatcher<int>::finished, this, &Counter::show42);
    connect(&watcher, SIGNAL(progressValueChanged(int)), label, SLOT(setNum(int)));
    watcher.setFuture(QtConcurrent::run([] { return 42; }));
  }
public slots:
  void show42() { label->setNum(watcher.result()); }

private:
  QLabel *label;
  QFutureWatcher<int> watcher;
};

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  Counter counter;
  counter.show();
  return app.exec();
}
