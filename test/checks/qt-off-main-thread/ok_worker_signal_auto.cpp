// FLAGS: qt5
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A moved worker emits; the auto connection to a widget's slot is queued.
#include <QApplication>
#include <QProgressBar>
#include <QThread>

class Worker : public QObject {
  Q_OBJECT
public slots:
  void work() {
    for (int i = 0; i < 10; ++i)
      emit advanced(i);
    emit done();
  }
signals:
  void advanced(int value);
  void done();
};

class Dialog : public QWidget {
  Q_OBJECT
public:
  Dialog() : bar(new QProgressBar(this)) {
    auto *worker = new Worker;
    worker->moveToThread(&thread);
    connect(&thread, &QThread::started, worker, &Worker::work);
    connect(worker, &Worker::advanced, bar, &QProgressBar::setValue);
    connect(worker, SIGNAL(done()), this, SLOT(finish()));
    connect(&thread, &QThread::finished, worker, &QObject::deleteLater);
    thread.start();
  }
  ~Dialog() override {
    thread.quit();
    thread.wait();
  }
public slots:
  void finish() { bar->hide(); }

private:
  QThread thread;
  QProgressBar *bar;
};

int main(int argc, char **argv) {
  QApplication app(argc, argv);
  Dialog dialog;
  dialog.show();
  return app.exec();
}
